package org.copse.server.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.copse.server.address.Entry.Postcode;
import org.copse.server.address.Entry.Spelling;

/** Finds with Lucene, among all entries, those worth a closer look; rare words that fit count more than frequent ones. */
final class Candidates {
    private static final String NAME = "name";
    private static final String WORD = "word";
    private static final String START = "start";
    private static final String BONES = "bones";
    private static final String TOWN = "town";
    private static final String CODE = "code";

    private static final int SHORTEST_START = 2;
    private static final int LONGEST_START = 10;
    private static final int MOST_EXPANSIONS = 40;
    private static final int SHORT = 5;
    private static final float OF_WHOLE_NAME = 2;
    private static final float OF_TOWN = 0.8f;
    private static final float OF_START = 0.7f;
    private static final float OF_BONES = 0.6f;
    private static final double RAM_BUFFER_MEGABYTES = 64;

    private final IndexSearcher searcher;

    /** Numbers found are places in this list. */
    Candidates(List<Entry> entries) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        // One segment in the order of the list, so that Lucene's numbers are the list's.
        IndexWriterConfig config = new IndexWriterConfig()
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(RAM_BUFFER_MEGABYTES);
        try {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (Entry entry : entries) {
                    writer.addDocument(document(entry));
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of addresses cannot be written", e);
        }
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        add(document, NAME, entry.spellings().stream().map(s -> s.wording().key()));
        Set<String> words = new HashSet<>();
        entry.spellings().forEach(spelling -> addWords(spelling, words));
        add(document, WORD, words.stream());
        add(
                document,
                START,
                words.stream()
                        .flatMap(word -> java.util.stream.IntStream.rangeClosed(
                                        SHORTEST_START, Math.min(LONGEST_START, word.length()))
                                .mapToObj(length -> word.substring(0, length)))
                        .distinct());
        add(
                document,
                BONES,
                entry.spellings().stream()
                        .flatMap(s -> s.wording().words().stream())
                        .map(Word::bones)
                        .filter(bones -> bones.length() > 1)
                        .distinct());
        Set<String> towns = new HashSet<>();
        entry.towns().forEach(town -> addWords(town, towns));
        add(document, TOWN, towns.stream());
        add(document, CODE, entry.postcodes().stream().map(Postcode::key).distinct());
        return document;
    }

    private static void add(Document document, String field, java.util.stream.Stream<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    }

    private static void addWords(Spelling spelling, Set<String> words) {
        Wording wording = spelling.wording();
        wording.words().forEach(word -> {
            words.add(word.text());
            words.addAll(word.fullForms());
        });
        for (int i = 0; i + 1 < wording.words().size(); i++) {
            words.add(wording.joined(i));
        }
    }

    /** Returns the numbers of entries that may be meant, the likeliest first. */
    List<Integer> find(Wording asked, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<Word> words = asked.words();
        String name = words.stream()
                .filter(word -> !word.isNumber())
                .map(word -> (word.glued() ? "" : " ") + word.text())
                .collect(Collectors.joining())
                .strip();
        should(query, new BoostQuery(new TermQuery(new Term(NAME, name)), OF_WHOLE_NAME));
        for (int i = 0; i < words.size(); i++) {
            boolean last = asked.open() && i == words.size() - 1;
            should(query, meaning(words.get(i), last));
            if (asked.abjad()) {
                should(
                        query,
                        new BoostQuery(
                                new TermQuery(new Term(BONES, words.get(i).bones())), OF_BONES));
            }
            if (i + 1 < words.size()) {
                joined(query, asked, i);
            }
        }
        try {
            List<Integer> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), most).scoreDocs) {
                found.add(hit.doc);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The index of addresses cannot be read", e);
        }
    }

    private static void joined(BooleanQuery.Builder query, Wording asked, int first) {
        String joined = asked.joined(first);
        Word one = asked.words().get(first);
        Word next = asked.words().get(first + 1);
        if (!one.isNumber() && !next.isNumber()) {
            // Names are parted at short words and before their endings; longer words have mistakes of their own.
            boolean parted =
                    next.glued() || Math.min(one.text().length(), next.text().length()) < SHORT;
            should(query, parted ? like(WORD, joined) : new TermQuery(new Term(WORD, joined)));
        }
        should(query, new TermQuery(new Term(CODE, joined)));
    }

    private static Query meaning(Word word, boolean open) {
        List<Query> either = new ArrayList<>();
        if (word.isNumber()) {
            either.add(new TermQuery(new Term(WORD, word.text())));
            either.add(new TermQuery(new Term(CODE, word.text())));
        } else if (word.weight() < 1) {
            either.add(new TermQuery(new Term(WORD, word.text())));
            either.add(new BoostQuery(new TermQuery(new Term(TOWN, word.text())), OF_TOWN));
            word.fullForms().forEach(full -> either.add(new TermQuery(new Term(WORD, full))));
        } else {
            either.add(like(WORD, word.text()));
            either.add(new BoostQuery(like(TOWN, word.text()), OF_TOWN));
            word.fullForms().forEach(full -> either.add(new TermQuery(new Term(WORD, full))));
        }
        if (open && word.text().length() >= SHORTEST_START) {
            String start =
                    word.text().substring(0, Math.min(LONGEST_START, word.text().length()));
            either.add(new BoostQuery(like(START, start), OF_START));
        }
        return new BoostQuery(new DisjunctionMaxQuery(either, 0), (float) Math.max(word.weight(), OF_FREQUENT));
    }

    private static final float OF_FREQUENT = 0.2f;

    private static Query like(String field, String word) {
        int edits = Edits.allowed(word.length());
        Term term = new Term(field, word);
        // Two mistakes, one of them in the first letter, are not looked for: that would be each word of the index.
        int exactly = edits == Edits.MOST ? 1 : 0;
        return edits == 0 ? new TermQuery(term) : new FuzzyQuery(term, edits, exactly, MOST_EXPANSIONS, true);
    }

    private static void should(BooleanQuery.Builder query, Query clause) {
        query.add(clause, BooleanClause.Occur.SHOULD);
    }
}
