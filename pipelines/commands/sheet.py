"""`solieu sheet`: how the sheets of a workbook were understood, as a picture and as a layout to correct."""

from pathlib import Path

import click

from pipelines.commands.errors import InputError, about
from pipelines.commands.reading import document_name, told


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the picture as a page instead.")
def sheet(file: Path, html: Path | None) -> None:
    """Show how the sheets of the workbook FILE were understood, and the layout to correct beside it."""
    from pipelines.readers.workbook import read_workbook
    from pipelines.tables.layouts.layout_file import LayoutFileError, layout_file_for, write_layouts
    from pipelines.tables.layouts.picture import html_picture, terminal_legend, terminal_picture
    from pipelines.tables.sheets.grid import Grid
    from pipelines.tables.workbook import read_tables

    workbook, problems = read_workbook(file, document_name(file))
    if workbook is None:
        raise InputError("; ".join(map(told, problems)))
    try:
        corrected = layout_file_for(file)
    except LayoutFileError as error:
        raise InputError(str(error)) from None
    reading = read_tables(workbook, corrected)
    if len(reading.layouts) < len(workbook.sheets):  # a list of persons: no picture shows what is in it
        raise InputError("; ".join(map(told, reading.problems)))
    layouts = reading.layouts
    pairs = [(Grid(one), layout) for one, layout in zip(workbook.sheets, layouts, strict=True)]
    text = write_layouts(layouts)
    if html is not None:
        picture = html_picture(workbook.path, pairs, text)
        with about(html):
            html.write_text(picture, encoding="utf-8")
        click.echo(f"picture in {html}")
        return
    from pipelines.commands.terminal import Terminal

    console = Terminal()
    for grid, layout in pairs:
        console.rule(grid.sheet.name)
        console.print(terminal_picture(grid, layout))
    console.print(terminal_legend())
    click.echo(text)
    click.echo(f"# to correct it, save this as {file.name}.layout.yaml beside the workbook")
