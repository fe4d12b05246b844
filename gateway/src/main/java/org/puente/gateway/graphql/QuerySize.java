package org.puente.gateway.graphql;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.HashMap;
import java.util.Map;
import org.puente.kit.problem.Refusal;

/**
 * How many fields a query asks for once its fragments are written out: each of thirty fragments that names the next one
 * twice makes a thousand million of them. Each fragment is counted once here, so this takes as long as the text.
 */
final class QuerySize {

    static final long MOST = 1000;

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    private QuerySize(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** @throws Refusal where the query is no GraphQL, or longer or deeper than its parser reads */
    static boolean isTooMuch(String query) {
        Document document = parsed(query);
        QuerySize size = new QuerySize(document);
        long fields = 0;
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                fields += size.of(operation.getSelectionSet());
            } else if (definition instanceof FragmentDefinition fragment) {
                // Also one that nothing names is checked.
                fields += size.of(fragment.getName());
            }
        }
        return fields > MOST;
    }

    private static Document parsed(String query) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                    .build());
        } catch (InvalidSyntaxException e) {
            SourceLocation place = e.getLocation();
            throw Refusal.invalid(
                    "query",
                    "can't be parsed"
                            + (place == null ? "" : " at line " + place.getLine() + ", column " + place.getColumn()));
        }
    }

    private long of(SelectionSet set) {
        long fields = 0;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                fields = Math.min(fields + of(selection), MOST + 1);
            }
        }
        return fields;
    }

    private long of(Selection<?> selection) {
        if (selection instanceof Field field) {
            return 1 + of(field.getSelectionSet());
        }
        return selection instanceof InlineFragment inline
                ? of(inline.getSelectionSet())
                : of(((FragmentSpread) selection).getName());
    }

    private long of(String fragment) {
        Long known = sizes.get(fragment);
        if (known == null && fragments.containsKey(fragment)) {
            // One that names itself is refused later, for that.
            sizes.put(fragment, 0L);
            known = of(fragments.get(fragment).getSelectionSet());
            sizes.put(fragment, known);
        }
        return known == null ? 0 : known;
    }
}
