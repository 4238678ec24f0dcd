"""Content types and relationship types of the parts slidegen writes (ECMA-376-1, 13.3 and 15.2; ECMA-376-2)."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_PML = f"{_OFFICE}.presentationml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CT_PRESENTATION = f"{_PML}.presentation.main+xml"
CT_SLIDE_MASTER = f"{_PML}.slideMaster+xml"
CT_SLIDE_LAYOUT = f"{_PML}.slideLayout+xml"
CT_SLIDE = f"{_PML}.slide+xml"
CT_NOTES_MASTER = f"{_PML}.notesMaster+xml"
CT_HANDOUT_MASTER = f"{_PML}.handoutMaster+xml"
CT_NOTES_SLIDE = f"{_PML}.notesSlide+xml"
CT_PRESENTATION_PROPERTIES = f"{_PML}.presProps+xml"
CT_VIEW_PROPERTIES = f"{_PML}.viewProps+xml"
CT_TABLE_STYLES = f"{_PML}.tableStyles+xml"
CT_THEME = f"{_OFFICE}.theme+xml"
CT_CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
CT_EXTENDED_PROPERTIES = f"{_OFFICE}.extended-properties+xml"
CT_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
CT_CUSTOM_PROPERTIES = f"{_OFFICE}.custom-properties+xml"
CT_TAGS = f"{_PML}.tags+xml"
CT_XML = "application/xml"
CT_CHART = f"{_OFFICE}.drawingml.chart+xml"
CT_WORKBOOK = f"{_OFFICE}.spreadsheetml.sheet.main+xml"
CT_WORKSHEET = f"{_OFFICE}.spreadsheetml.worksheet+xml"
CT_SPREADSHEET_STYLES = f"{_OFFICE}.spreadsheetml.styles+xml"

DEFAULTS = {
    "rels": CT_RELATIONSHIPS,
    "xml": CT_XML,
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "wav": "audio/wav",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
"""Content types that go without saying, by file extension."""

RT_PRESENTATION = f"{_RELATIONSHIPS}/officeDocument"
RT_SLIDE_MASTER = f"{_RELATIONSHIPS}/slideMaster"
RT_SLIDE_LAYOUT = f"{_RELATIONSHIPS}/slideLayout"
RT_SLIDE = f"{_RELATIONSHIPS}/slide"
RT_NOTES_MASTER = f"{_RELATIONSHIPS}/notesMaster"
RT_HANDOUT_MASTER = f"{_RELATIONSHIPS}/handoutMaster"
RT_NOTES_SLIDE = f"{_RELATIONSHIPS}/notesSlide"
RT_PRESENTATION_PROPERTIES = f"{_RELATIONSHIPS}/presProps"
RT_VIEW_PROPERTIES = f"{_RELATIONSHIPS}/viewProps"
RT_TABLE_STYLES = f"{_RELATIONSHIPS}/tableStyles"
RT_THEME = f"{_RELATIONSHIPS}/theme"
RT_IMAGE = f"{_RELATIONSHIPS}/image"
RT_CHART = f"{_RELATIONSHIPS}/chart"
RT_PACKAGE = f"{_RELATIONSHIPS}/package"
RT_WORKSHEET = f"{_RELATIONSHIPS}/worksheet"
RT_STYLES = f"{_RELATIONSHIPS}/styles"
RT_VIDEO = f"{_RELATIONSHIPS}/video"
RT_AUDIO = f"{_RELATIONSHIPS}/audio"
RT_MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"
RT_HYPERLINK = f"{_RELATIONSHIPS}/hyperlink"
RT_CORE_PROPERTIES = f"{_PACKAGE}/relationships/metadata/core-properties"
RT_CUSTOM_PROPERTIES = f"{_RELATIONSHIPS}/custom-properties"
RT_TAGS = f"{_RELATIONSHIPS}/tags"
RT_EXTENDED_PROPERTIES = f"{_RELATIONSHIPS}/extended-properties"
