package org.puente.kit.limit;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.puente.kit.problem.WholeText;

/** JSON that is deeper or longer than anything we are meant to read, or isn't text, is refused while it is read. */
@Singleton
class JsonLimits implements ObjectMapperCustomizer {

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("whole-text").addDeserializer(String.class, new WholeText()));
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build());
    }
}
