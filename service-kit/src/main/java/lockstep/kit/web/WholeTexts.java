package lockstep.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import lockstep.kit.problem.ProblemException;

/**
 * A text in a body is one that can be kept and reads as it stands: half a character would be stored as another text than
 * was signed, and one that turns the direction of writing shows words in another order than they are decided in. The
 * marks that names need (U+200C to U+200F) turn nothing and stay. What shows nothing at all is no title and no reason.
 */
@Singleton
class WholeTexts implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("whole texts").addDeserializer(String.class, new Whole()));
    }

    private static final class Whole extends StringDeserializer {
        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(Whole::isHalf)) {
                throw JsonMappingException.from(parser, "half a character", ProblemException.malformedText());
            }
            if (text != null && text.codePoints().anyMatch(Whole::turns)) {
                throw JsonMappingException.from(parser, "turns the direction", ProblemException.turnedText());
            }
            if (text != null && !text.isBlank() && text.codePoints().noneMatch(Whole::isSeen)) {
                throw JsonMappingException.from(parser, "nothing to be seen", ProblemException.unseenText());
            }
            return text;
        }

        /** Format characters and those that Unicode draws as nothing (Default_Ignorable, the empty pattern of Braille). */
        private static boolean isSeen(int point) {
            boolean filler = point == 0x034F
                    || point == 0x115F
                    || point == 0x1160
                    || point == 0x17B4
                    || point == 0x17B5
                    || point >= 0x180B && point <= 0x180F
                    || point == 0x2800
                    || point == 0x3164
                    || point >= 0xFE00 && point <= 0xFE0F
                    || point == 0xFFA0
                    || point >= 0xE0000 && point <= 0xE0FFF;
            return !filler
                    && !Character.isWhitespace(point)
                    && !Character.isSpaceChar(point)
                    && !Character.isISOControl(point)
                    && Character.getType(point) != Character.FORMAT;
        }

        /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm, and what ends them. */
        private static boolean turns(int point) {
            return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        }

        private static boolean isHalf(int point) {
            return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        }
    }
}
