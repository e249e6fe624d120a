"""Names of services without what their brackets add."""

from waitline.model.words import Words, name_and_detail


def short(names: Words) -> Words:
    """The names without what is in brackets."""
    more = tuple((language, name_and_detail(name)[0]) for language, name in names.more)
    return Words(zh=name_and_detail(names.zh)[0], en=name_and_detail(names.en)[0], more=more)
