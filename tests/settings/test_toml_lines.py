"""Where a key stands in a TOML text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waitline.settings.toml_lines import line_of

TEXT = '''\
# a remark [not.a.table]
a = 1 # [[nor]] this
[x.y]
k = """
[not]
z = 1 \\""" "
"""
list = [
  1, # [
  { q = 'a # b', "r s".t = 2 },
]
[[c]]
id = "1" # "hi
[[c]]
id.zh = "2"
"id\\u0041" = ''
[c.sub]
m = \'\'\'a\'\'\'\'
n = """"""
[[c.deep]]
f = 1
[[c.deep]]
f = 1979-05-27T07:32:00Z
e = ["", [1, 2], [3,
 4]]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("x",), 3),
        (("x", "y"), 3),
        (("x", "y", "k"), 4),
        (("x", "y", "list"), 8),
        (("x", "y", "list", 0), 9),
        (("x", "y", "list", 1, "q"), 10),
        (("x", "y", "list", 1, "r s", "t"), 10),
        (("c",), 12),
        (("c", 0, "id"), 13),
        (("c", 1), 14),
        (("c", 1, "id", "zh"), 15),
        (("c", 1, "idA"), 16),
        (("c", 1, "sub"), 17),
        (("c", 1, "sub", "m"), 18),
        (("c", 1, "sub", "n"), 19),
        (("c", 1, "deep", 0, "f"), 21),
        (("c", 1, "deep", 1, "f"), 23),
        (("c", 1, "deep", 1, "e", 2, 0), 24),
        (("c", 1, "deep", 1, "e", 2, 1), 25),
    ],
)
def test_every_kind_of_key_has_its_line(path, line):
    tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line


def test_what_is_missing_stands_where_it_should_be_written():
    assert line_of(TEXT, ("c", 1, "name")) == 14
    assert line_of(TEXT, ("x", "y", "list", 1, "r s", "u", "v")) == 10
    assert line_of(TEXT, ("nowhere",)) == 1


def test_windows_line_ends_count_as_one():
    assert line_of(TEXT.replace("\n", "\r\n"), ("c", 1, "deep", 1, "f")) == 23


_texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cs", "Cc"]), max_size=12
)


@given(
    st.lists(st.tuples(_texts, st.sampled_from(['"', "'", '"""', "'''"]), _texts, st.integers(0, 3)), max_size=6)
)
def test_no_string_or_remark_hides_the_keys_after_it(strange):
    lines, marks = [], {}
    for n, (text, quote, remark, blank) in enumerate(strange):
        body = text.replace("\\", "").replace('"', "").replace("'", "")
        if len(quote) == 3:
            body += "\n[table]\n#"
        lines += [""] * blank + [f"k{n} = {quote}{body}{quote} # {remark}"]
        marks[n] = sum(line.count("\n") + 1 for line in lines) - lines[-1].count("\n")
    text = "\n".join([*lines, "end = 1"])
    tomllib.loads(text)
    for n, line in marks.items():
        assert line_of(text, (f"k{n}",)) == line
    assert line_of(text, ("end",)) == text.count("\n") + 1
