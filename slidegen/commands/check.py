"""`slidegen check`: the findings of a build, without building."""

import gc
import json
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import asdict

from slidegen.commands.options import CleanText, Encoding, Format, Layouts, Outlines, Reading, ThemeName, check_format
from slidegen.commands.printing import as_json, print_findings
from slidegen.diagnostics import Exit, Report, Severity, to_json
from slidegen.language import listed, say, say_count


class Checked(Struct, frozen=True):
    """What was found in one outline; `slides` is 0 where it could not be composed."""

    outline: str
    slides: int
    errors: int
    warnings: int

    def line(self) -> str:
        """Return the closing line."""
        slides = [say_count("{count} slide", "{count} slides", self.slides)] if self.slides else []
        errors = [say_count("{count} error", "{count} errors", self.errors)] if self.errors else []
        warnings = [say_count("{count} warning", "{count} warnings", self.warnings)] if self.warnings else []
        found = [*errors, *warnings] or [say("nothing to mend")]
        return say("{path}: {facts}", path=self.outline, facts=listed([*slides, *found]))


def check(
    outlines: Outlines,
    theme: ThemeName = None,
    layouts: Layouts = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    encoding: Encoding = None,
    clean_text: CleanText = False,
    format: Format = "text",
) -> None:
    """Check outlines: everything that a build would find, without writing anything.

    The exit code is 0 when every outline would build. Warnings are told and allowed; with --strict they
    count as errors.

    Example: slidegen check talk.yaml
    """
    from slidegen.commands.prepared import prepared

    check_format(format)
    gc.disable()  # as in a build
    reading = Reading(theme, layouts, encoding, clean_text)
    report, results = Report(), []
    for outline in outlines:
        own = Report()
        done = prepared(outline, reading, own)
        severities = [finding.severity for finding in own.findings]
        result = Checked(
            str(outline),
            len(done[1].deck.slides) if done else 0,
            severities.count(Severity.ERROR),
            severities.count(Severity.WARNING),
        )
        results.append(result)
        report.findings.extend(own.findings)
        if format == "text":
            print_findings(own)
            typer.echo(result.line())
    if format == "json":
        told = {"findings": json.loads(to_json(report.findings)), "checked": [asdict(result) for result in results]}
        typer.echo(as_json(told))
    warned = strict and any(result.warnings for result in results)
    raise typer.Exit(int(report.exit or (Exit.CONTENT if warned else Exit.FINE)))
