"""The namespaces that the root of every PresentationML part declares."""

from slidegen.package.xml import Xml

NAMESPACES = Xml(
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SLIDE_NAMESPACES = Xml(
    NAMESPACES + ' xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main"'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
"""Those of a slide, whose every shape carries a creation id."""
