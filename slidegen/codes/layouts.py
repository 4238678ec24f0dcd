"""Codes of layouts and themes."""

from slidegen.codes.code import Code

LAYOUTS: dict[str, Code] = {
    "layout-data": Code(
        "A layout's or a theme's file does not have the form it needs.",
        "The place and what is expected there are named.",
        "name: own\nextends: bullets\ntrigger: points\n",
        "layout",
    ),
    "layout-kind": Code(
        "A slot is of a kind that does not exist.",
        "Nothing knows how to read what an outline says there.",
        "name: own\nextends: content\nslots: {points: {kind: bulets}}\n",
        "layout",
    ),
    "layout-extends": Code(
        "`extends` names no layout.", "There is nothing to build on.", "name: own\nextends: buletts\n", "layout"
    ),
    "unmeasured-face": Code(
        "A face that a theme names has no widths here, so its text was measured as another's.",
        "It may leave its place. A face without a table is measured where it is installed, if fontTools is there.",
        "$ slidegen build talk.yaml    # with a theme that names a face which is not installed",
        "command",
    ),
    "missing-layout": Code(
        "No layout has a role that slidegen needs.",
        "Cover, agenda, section, closing and master are found by `role`.",
        "$ slidegen build talk.yaml    # with a cover.yaml of your own that lacks `role: cover`",
        "command",
    ),
}
