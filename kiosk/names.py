"""Names of services taken apart: what they are called, and what their brackets add."""

from waitline.model.words import Words


def name_and_detail(name: str) -> tuple[str, str]:
    """A name without its brackets, and what was in them: "Registration (birth, death)" is two things."""
    for opening, closing in ("\uff08\uff09", "()"):
        head, found, tail = name.partition(opening)
        if found and tail.rstrip().endswith(closing):
            detail = tail.rstrip().removesuffix(closing).strip()
            return head.strip(), detail.replace("\u30fb", " ")
    return name, ""


def short(names: Words) -> Words:
    """The names without what is in brackets."""
    more = tuple((language, name_and_detail(name)[0]) for language, name in names.more)
    return Words(zh=name_and_detail(names.zh)[0], en=name_and_detail(names.en)[0], more=more)
