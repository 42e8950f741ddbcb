package lockstep.evidence.workbook.inside;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One part in XML, read forwards; names are told without their namespaces, of which there are two for everything. */
public final class Xml implements Closeable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final XMLStreamReader in;

    public Xml(InputStream bytes) throws IOException {
        this.bytes = bytes;
        try {
            this.in = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** On to the next of whatever there is; false at the end. A document type, which no such part may have, breaks off. */
    public boolean next() throws IOException {
        try {
            if (!in.hasNext()) {
                return false;
            }
            if (in.next() == XMLStreamConstants.DTD) {
                throw new IOException("a document type");
            }
            return true;
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    public boolean begins() {
        return in.isStartElement();
    }

    boolean begins(String name) {
        return in.isStartElement() && in.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return in.isEndElement() && in.getLocalName().equals(name);
    }

    /** Null where there is none. */
    String attribute(String name) {
        for (int n = 0; n < in.getAttributeCount(); n++) {
            if (in.getAttributeLocalName(n).equals(name)) {
                return in.getAttributeValue(n);
            }
        }
        return null;
    }

    boolean is(String name) {
        String said = attribute(name);
        return "1".equals(said) || "true".equals(said) || "on".equals(said);
    }

    public int attributes() {
        return in.getAttributeCount();
    }

    public String attribute(int n) {
        return in.getAttributeValue(n);
    }

    public boolean letters() {
        return in.isCharacters() || in.getEventType() == XMLStreamConstants.CDATA;
    }

    /** What is said to whoever reads the XML itself. */
    public boolean remark() {
        return in.getEventType() == XMLStreamConstants.COMMENT
                || in.getEventType() == XMLStreamConstants.PROCESSING_INSTRUCTION;
    }

    public String text() {
        String text = in.getEventType() == XMLStreamConstants.PROCESSING_INSTRUCTION ? in.getPIData() : in.getText();
        return text == null ? "" : text;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
