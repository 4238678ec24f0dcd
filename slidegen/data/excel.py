"""Reading a sheet of an .xlsx workbook: the package opened safely, the sheet chosen, its cells as a grid."""

from pathlib import Path

from slidegen.data.grid import Grid, trimmed
from slidegen.data.sheet import SheetReader
from slidegen.data.workbook import Sheet, Workbook, open_workbook
from slidegen.diagnostics import Exit, Report, Stop, did_you_mean
from slidegen.language import listed, say
from slidegen.outline.nodes import Scalar
from slidegen.package.opening import EXCEL, LOCKED, OLE, PackageReader, encrypted


def read_workbook(path: Path, data: bytes, name: Scalar, report: Report, sheet: Scalar | None) -> Grid | None:
    """Return what a sheet shows; None, and errors, where the file or a cell of it is unfit."""
    if data.startswith(OLE):
        if LOCKED in data:
            encrypted(path.name, report, EXCEL, name.span)
        else:
            report.error(
                "data-file",
                name.span,
                "{name} is an old .xls file, whatever its name says",
                "open it in Excel or WPS and save it as .xlsx",
                exit=Exit.ASSET,
                name=path.name,
            )
        return None
    try:
        return _from_package(PackageReader(data, path.name, report, EXCEL, name.span), path, name, report, sheet)
    except Stop:
        return None
    except RecursionError:
        report.error(
            "unsafe-file",
            name.span,
            "{name} nests its parts deeper than any workbook",
            "ask where it comes from; where you trust it, save it anew in {program} or WPS",
            exit=Exit.ASSET,
            name=path.name,
            program=EXCEL.name,
        )
        return None


def _from_package(
    package: PackageReader, path: Path, name: Scalar, report: Report, sheet: Scalar | None
) -> Grid | None:
    workbook = open_workbook(package)
    if workbook is None or not workbook.sheets:
        report.error(
            "data-file",
            name.span,
            "{name} is no workbook of Excel, whatever its name says",
            "open it in Excel or WPS and save it as .xlsx",
            exit=Exit.ASSET,
            name=path.name,
        )
        return None
    chosen = _chosen(workbook, path.name, sheet, report)
    if chosen is None:
        return None
    reader = SheetReader(workbook, chosen, path.name, name.span, report)
    rows = reader.read()
    if rows is None:
        return None
    if reader.hidden:
        report.note(
            "hidden-cells",
            name.span,
            "{name}: hidden rows and columns were left out",
            "show them in Excel or WPS and save the file, if they are wanted",
            name=path.name,
        )
    return Grid(path.name, trimmed(rows), name.span, lettered=True)


def _chosen(workbook: Workbook, file: str, sheet: Scalar | None, report: Report) -> Sheet | None:
    """Return the sheet of that name, or of that number, counted from 1; without one the first that is shown."""
    sheets = workbook.sheets
    if sheet is None:
        return next((one for one in sheets if one.visible), sheets[0])
    wanted = sheet.text.strip()
    found = next((one for one in sheets if one.name == wanted), None)
    if found is None and wanted.isdecimal() and len(wanted) < 5 and 0 < int(wanted) <= len(sheets):
        found = sheets[int(wanted) - 1]
    if found is None:
        names = [one.name for one in sheets]
        report.error(
            "data-sheet",
            sheet.span,
            "{name} has no sheet `{sheet}`",
            did_you_mean(wanted, names, say("its sheets: {names}", names=listed(names))),
            exit=Exit.ASSET,
            name=file,
            sheet=wanted,
        )
    return found
