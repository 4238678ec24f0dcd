"""The character sets that presentations carry."""

from slidegen.text.kinsoku import NO_END, NO_START


def test_common_marks_are_in_the_right_set() -> None:
    assert set("！），．：；？］｝、。〉》」』】〕’”…·%!),.:;?]}") <= set(NO_START)
    assert set("（［｛〈《「『【〔‘“([{") <= set(NO_END)


def test_no_character_is_in_both_sets_or_twice_in_one() -> None:
    assert set(NO_START).isdisjoint(NO_END)
    assert len(set(NO_START)) == len(NO_START)
    assert len(set(NO_END)) == len(NO_END)
