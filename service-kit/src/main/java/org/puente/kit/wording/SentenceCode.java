package org.puente.kit.wording;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an English sentence of an answer says, for clients that say it in another language.
 *
 * @param code   stable; the sentence beside it may be reworded at any time
 * @param values what the sentence fills in, by name: numbers, texts, or lists of texts
 */
@Schema(
        description =
                "What the sentence beside it says, for clients that say it in another language. The code is stable, the"
                        + " sentence may be reworded",
        requiredProperties = {"code", "values"})
public record SentenceCode(
        @Schema(examples = "month-split") String code,

        @Schema(
                description =
                        "What the sentence fills in, by name: numbers, texts such as dates and codes, or lists of them",
                examples = "{\"month\": \"2023-05\"}")
        Map<String, Object> values) {}
