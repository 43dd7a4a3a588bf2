package org.redress.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.casefile.LetterWatch;

/** Letters as those who make their documents are told of them, with what the file has in the document only. */
public class SentLetters implements LetterWatch {
    private final Map<String, List<LetterView>> letters = new ConcurrentHashMap<>();

    @Override
    public void sent(CaseSummary file, long id, LetterView letter) {
        letters.computeIfAbsent(file.reference(), reference -> new CopyOnWriteArrayList<>()).add(letter);
    }

    /** The last of a kind; fails if there is none. */
    public LetterView last(String reference, String kind) {
        return letters.getOrDefault(reference, List.of()).stream().filter(letter -> letter.kind().equals(kind)).reduce((earlier, later) -> later).orElseThrow();
    }
}
