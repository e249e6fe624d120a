"""A sentence joined from its clips, as the hall hears it."""

from collections.abc import Mapping, Sequence

from .clips import BREATH_GAP, CLIP_GAP, Piece, join
from .phrases import Token
from .sound import Sound


def said(tokens: Sequence[Token], clips: Mapping[str, Sound]) -> Sound:
    """The clips of the tokens, with the silence between them; every one must be there."""
    return join(
        [
            Piece(sound=clips[token.clip], gap=0.0 if not at else BREATH_GAP if token.breath else CLIP_GAP)
            for at, token in enumerate(tokens)
        ]
    )
