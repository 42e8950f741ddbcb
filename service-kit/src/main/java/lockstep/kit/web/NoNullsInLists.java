package lockstep.kit.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** A list in a body has no null in it: it is refused as malformed at its place, before any rule could stumble over it. */
@Singleton
class NoNullsInLists implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.configOverride(java.util.List.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        json.configOverride(java.util.Set.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }
}
