"""The namespaces that the root of every PresentationML part declares."""

from slidegen.package.xml import Xml

NAMESPACES = Xml(
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
