"""The figures as SDMX: a data file in SDMX-CSV 2.0 and a structure message in SDMX-ML 3.0 with its code lists.

The rows are those of the table sdmx_observation; the code lists are the dimensions of the warehouse, of places only
those that figures speak of. What a component means is taken from the dictionary. The standards: https://sdmx.org,
"SDMX-CSV 2.0.0" and "SDMX-ML 3.0" (section 3 of the technical specifications).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from pipelines.warehouse.duck import identifier, literal
from pipelines.warehouse.errors import QueryError
from pipelines.warehouse.querying import open_published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AGENCY, FLOW, STRUCTURE, CONCEPTS, VERSION = "SOLIEU", "FIGURES", "FIGURES_DSD", "FIGURES_CONCEPTS", "1.0.0"
DATA_FILE, STRUCTURE_FILE = "figures.csv", "structure.xml"
_TABLE = "sdmx_observation"
_SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

#: The query of each code list: code, name in English, name in Vietnamese.
_CODE_LISTS = {
    "freq": """SELECT * FROM (VALUES ('A', 'year', 'năm'), ('S', 'half of a year', 'sáu tháng'),
        ('Q', 'quarter', 'quý'), ('M', 'month', 'tháng'), ('_O', 'other', 'khác'))""",
    "ref_area": """SELECT DISTINCT told.ref_area, coalesce(place.full_name, 'not known'),
        coalesce(place.full_name, 'không rõ')
        FROM sdmx_observation AS told INNER JOIN fact_observation AS figure ON told.figure = figure.observation_id
        LEFT JOIN dim_place AS place USING (place_sk)""",
    "indicator": "SELECT replace(indicator_id, '.', '_'), name_en, label_vi FROM dim_indicator",
    "population_group": "SELECT population_id, name_en, label_vi FROM dim_population_group",
    "sex": """SELECT code, name_en, name_vi FROM code_list WHERE list_id = 'sex'
        UNION ALL SELECT '_T', 'all', 'chung'""",
    "programme": "SELECT programme_id, name_en, label_vi FROM dim_programme",
    "nature": "SELECT code, name_en, name_vi FROM code_list WHERE list_id = 'status'",
    "unit_measure": """SELECT told.unit_measure, any_value(coalesce(unit.unit_id, 'none') ORDER BY unit.unit_id),
        any_value(coalesce(unit.label_vi, 'không') ORDER BY unit.unit_id)
        FROM sdmx_observation AS told INNER JOIN fact_observation AS figure ON told.figure = figure.observation_id
        LEFT JOIN dim_unit AS unit ON figure.unit = unit.unit_id GROUP BY told.unit_measure""",
    "obs_status": """SELECT * FROM (VALUES ('A', 'normal', 'bình thường'),
        ('V', 'unvalidated: does not agree with other figures', 'chưa xác nhận: không khớp với số liệu khác'))""",
}
#: The dimensions in the order of the key; time, the measure and the attributes follow.
_DIMENSIONS = ("freq", "ref_area", "indicator", "population_group", "sex", "programme", "nature", "figure")
_TIME, _MEASURE = "time_period", "obs_value"


@dataclass(frozen=True, slots=True)
class Component:
    """A column of the data file: its meaning, and whether every row has it."""

    name: str
    type: str
    meaning: str
    required: bool

    @property
    def id(self) -> str:
        """The id under which SDMX knows it."""
        return self.name.upper()

    @property
    def cell(self) -> str:
        """The SQL of what the data file says: decimals without the zeros of their scale."""
        if self.type.startswith("DECIMAL"):
            return f"regexp_replace(cast({identifier(self.name)} AS VARCHAR), '\\.?0+$', '')"
        return identifier(self.name)


def export_sdmx(warehouse: Path, folder: Path) -> list[Path]:
    """Write the data file and the structure message into a folder. Raises QueryError where nothing is published."""
    data, structure = folder / DATA_FILE, folder / STRUCTURE_FILE
    with open_published(warehouse, writes_files=True) as connection:
        folder.mkdir(parents=True, exist_ok=True)
        connection.execute("SET threads = 1")
        components = _components(connection)
        columns = ", ".join(f'{component.cell} AS "{component.id}"' for component in components)
        connection.execute(
            f'COPY (SELECT \'dataflow\' AS "STRUCTURE", {literal(_reference(FLOW))} AS "STRUCTURE_ID", '
            f"'I' AS \"ACTION\", {columns} FROM {_TABLE} ORDER BY figure) TO {literal(data)} (FORMAT csv, HEADER)"
        )
        root = _message(connection, components)
    Xml.indent(root)
    structure.write_bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
    return [data, structure]


def _components(connection: "DuckDBPyConnection") -> list[Component]:
    rows = connection.execute(
        "SELECT column_name, type, description, required FROM meta_column WHERE table_name = ? ORDER BY position",
        [_TABLE],
    ).fetchall()
    if not rows:
        raise QueryError(f"this warehouse has no table {_TABLE}; run `solieu run` to publish it anew")
    return [Component(*row) for row in rows]


def _message(connection: "DuckDBPyConnection", components: list[Component]) -> Xml.Element:
    """The structure message: code lists, concepts, the dataflow, the data structure, in the order of the schema."""
    for prefix in ("message", "structure", "common"):
        Xml.register_namespace(prefix, f"{_SPACE}/{prefix}")
    published = connection.execute("SELECT published_at FROM build ORDER BY number DESC LIMIT 1").fetchone()
    root = Xml.Element(_tag("message", "Structure"))
    header = Xml.SubElement(root, _tag("message", "Header"))
    Xml.SubElement(header, _tag("message", "ID")).text = FLOW
    Xml.SubElement(header, _tag("message", "Test")).text = "false"
    Xml.SubElement(header, _tag("message", "Prepared")).text = published[0].isoformat() + "Z" if published else None
    Xml.SubElement(header, _tag("message", "Sender"), id=AGENCY)
    structures = Xml.SubElement(root, _tag("message", "Structures"))
    lists = Xml.SubElement(structures, _tag("structure", "Codelists"))
    for name in _CODE_LISTS:
        _code_list(connection, lists, name)
    schemes = Xml.SubElement(structures, _tag("structure", "ConceptSchemes"))
    scheme = _maintained(schemes, "ConceptScheme", CONCEPTS, "Concepts of the figures")
    for component in components:
        concept = Xml.SubElement(scheme, _tag("structure", "Concept"), id=component.id)
        _name(concept, {"en": component.id.replace("_", " ").capitalize()})
        Xml.SubElement(concept, _tag("common", "Description"), {_LANGUAGE: "en"}).text = component.meaning
    flows = Xml.SubElement(structures, _tag("structure", "Dataflows"))
    flow = _maintained(flows, "Dataflow", FLOW, "Figures of poverty reduction, one by one as their sources print them")
    Xml.SubElement(flow, _tag("structure", "Structure")).text = _urn("datastructure.DataStructure", STRUCTURE)
    _data_structure(Xml.SubElement(structures, _tag("structure", "DataStructures")), components)
    return root


def _code_list(connection: "DuckDBPyConnection", parent: Xml.Element, name: str) -> None:
    made = _maintained(parent, "Codelist", _list_id(name), name.replace("_", " ").capitalize())
    for code, english, vietnamese in connection.execute(f"{_CODE_LISTS[name]} ORDER BY 1").fetchall():
        entry = Xml.SubElement(made, _tag("structure", "Code"), id=code)
        _name(entry, {"en": english, "vi": vietnamese})


def _data_structure(parent: Xml.Element, components: list[Component]) -> None:
    made = _maintained(parent, "DataStructure", STRUCTURE, "Structure of the figures")
    parts = Xml.SubElement(made, _tag("structure", "DataStructureComponents"))
    dimensions = Xml.SubElement(parts, _tag("structure", "DimensionList"), id="DimensionDescriptor")
    measures = Xml.SubElement(parts, _tag("structure", "MeasureList"), id="MeasureDescriptor")
    attributes = Xml.SubElement(parts, _tag("structure", "AttributeList"), id="AttributeDescriptor")
    for position, component in enumerate(_keyed(components), start=1):
        _component(dimensions, "Dimension", component, {"position": str(position)})
    for component in components:
        if component.name == _TIME:
            time = _component(dimensions, "TimeDimension", component, {})
            form = Xml.SubElement(time, _tag("structure", "LocalRepresentation"))
            Xml.SubElement(form, _tag("structure", "TextFormat"), textType="ObservationalTimePeriod")
        elif component.name == _MEASURE:
            _component(measures, "Measure", component, {})
        elif component.name not in _DIMENSIONS:
            usage = "mandatory" if component.required else "optional"
            attribute = _component(attributes, "Attribute", component, {"usage": usage})
            relation = Xml.SubElement(attribute, _tag("structure", "AttributeRelationship"))
            Xml.SubElement(relation, _tag("structure", "Observation"))


def _keyed(components: list[Component]) -> Iterator[Component]:
    named = {component.name: component for component in components}
    return (named[name] for name in _DIMENSIONS)


def _component(parent: Xml.Element, kind: str, component: Component, more: Mapping[str, str]) -> Xml.Element:
    made = Xml.SubElement(parent, _tag("structure", kind), {"id": component.id, **more})
    identity = Xml.SubElement(made, _tag("structure", "ConceptIdentity"))
    identity.text = f"{_urn('conceptscheme.Concept', CONCEPTS)}.{component.id}"
    if component.name in _CODE_LISTS:
        form = Xml.SubElement(made, _tag("structure", "LocalRepresentation"))
        enumeration = Xml.SubElement(form, _tag("structure", "Enumeration"))
        enumeration.text = _urn("codelist.Codelist", _list_id(component.name))
    return made


def _maintained(parent: Xml.Element, kind: str, name: str, title: str) -> Xml.Element:
    """An artefact that an agency keeps, with its version."""
    made = Xml.SubElement(parent, _tag("structure", kind), {"id": name, "agencyID": AGENCY, "version": VERSION})
    _name(made, {"en": title})
    return made


def _name(parent: Xml.Element, names: Mapping[str, str]) -> None:
    for language, text in names.items():
        Xml.SubElement(parent, _tag("common", "Name"), {_LANGUAGE: language}).text = text


def _tag(space: str, name: str) -> str:
    return f"{{{_SPACE}/{space}}}{name}"


def _list_id(name: str) -> str:
    return f"CL_{name.upper()}"


def _reference(name: str) -> str:
    return f"{AGENCY}:{name}({VERSION})"


def _urn(kind: str, name: str) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.{kind}={_reference(name)}"
