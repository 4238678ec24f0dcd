import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import yaml

Run = Callable[..., "object"]
POINTER = "# yaml-language-server: $schema="


def test_schema_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    printed = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(printed)
    said = run("schema", "-o", "slidegen.schema.json")
    assert (said.code, said.err) == (0, "")
    assert f"{POINTER}slidegen.schema.json" in said.out
    assert json.loads((tmp_path / "slidegen.schema.json").read_text("utf-8")) == printed


def test_schema_describes_in_the_users_language(run: Run) -> None:
    zh, en = (json.loads(run("schema", language=language).out) for language in ("zh", "en"))
    assert zh["properties"]["title"]["description"] == zh["properties"]["标题"]["description"] == "封面标题"
    assert en["properties"]["标题"]["description"] == "The title on the cover"


def test_schema_is_written_again_over_an_older_one_but_over_nothing_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("title: x\n", encoding="utf-8")
    said = run("schema", "-o", "talk.yaml")
    assert said.code == 5
    assert "error[file-exists]" in said.err
    assert (tmp_path / "talk.yaml").read_text("utf-8") == "title: x\n"
    for language in ("zh", "en"):
        assert run("schema", "-o", "s.json", language=language).code == 0
    assert "The title on the cover" in (tmp_path / "s.json").read_text("utf-8")


def test_schema_knows_layouts_beside_its_output_and_those_given(run: Run, tmp_path: Path) -> None:
    for folder, name in (("talks/layouts", "near"), ("house", "given")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{name}.yaml").write_text(
            f"name: {name}\nextends: content\nlabel: {{en: {name.title()}}}\ntrigger: {name}\n"
            f"slots: {{{name}: {{kind: line, required: true, alias: 别名{name}}}}}\n",
            encoding="utf-8",
        )
    assert run("schema", "-o", "talks/s.json", "--layouts", "house").code == 0
    slide = json.loads((tmp_path / "talks/s.json").read_text("utf-8"))["$defs"]["slide"]["properties"]
    assert {"near", "given", "Near", "Given"} <= set(slide["layout"]["enum"])
    assert {"near", "别名near", "given", "别名given"} <= set(slide)


def test_folder_that_does_not_exist_is_told(run: Run) -> None:
    said = run("schema", "-o", "nowhere/s.json")
    assert said.code == 5
    assert "nowhere" in said.err


def test_new_outline_points_at_the_schema_beside_it_and_follows_it(run: Run, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        assert run("new", f"{language}.yaml", "--language", language).code == 0
        text = (tmp_path / f"{language}.yaml").read_text("utf-8")
        first = text.splitlines()[0]
        assert first.startswith(POINTER)
        schema = json.loads((tmp_path / first.removeprefix(POINTER)).read_text("utf-8"))
        jsonschema.validate(yaml.safe_load(text.replace("2026-03-18", "x")), schema)


def test_new_leaves_a_schema_that_is_there_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "slidegen.schema.json").write_text("{}", encoding="utf-8")
    assert run("new", "talk.yaml").code == 0
    assert (tmp_path / "slidegen.schema.json").read_text("utf-8") == "{}"


def test_new_that_fails_writes_no_schema(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("mine", encoding="utf-8")
    assert run("new", "talk.yaml").code == 5
    assert [p.name for p in tmp_path.iterdir()] == ["talk.yaml"]
