package org.puente.localstack;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a reader of the page reads, and in which language. */
final class Wording {

    /** Every text that is shown or spoken, but for what says that it is in another language or no language at all. */
    private static final String SAID = """
            () => {
              const own = (element) => !element.closest('script, style, noscript, code, [translate=no]')
                && element.closest('[lang]')?.lang === document.documentElement.lang;
              const said = [document.title];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                if (own(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
              }
              for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
                if (own(element)) said.push(...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''));
              }
              return said.map((text) => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
            }""";

    /** Words that hardly an English sentence does without and that Spanish doesn't have. */
    private static final String TELLTALE =
            "(?iu).*(?<![\\p{L}-])(the|of|and|is|are|was|were|by|from|with|which|this|that|not|over|after|before|all|each"
                    + "|than|for|to|in|or|none|border|encounters|month|months|year|percent|since|status|agreement|other|changed"
                    + "|source|published|release|releases)(?![\\p{L}-]).*";

    private Wording() {}

    /** What is English where the page says that it is in another language. */
    static List<String> english(Page page) {
        @SuppressWarnings("unchecked")
        List<String> said = (List<String>) page.evaluate(SAID);
        return said.stream().filter(text -> text.matches(TELLTALE)).toList();
    }
}
