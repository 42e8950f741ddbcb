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

/** A text in a body is one that can be kept: half a character would be stored as another text than was signed. */
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
            return text;
        }

        private static boolean isHalf(int point) {
            return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        }
    }
}
