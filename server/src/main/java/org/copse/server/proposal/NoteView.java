package org.copse.server.proposal;

import java.util.List;
import java.util.Map;
import org.copse.planning.note.Note;

/**
 * A note for the wire.
 *
 * @param code what it is, such as {@code residents-estimated}
 * @param values what a sentence in any language names
 * @param words the note in English
 */
public record NoteView(String code, Map<String, Object> values, String words) {

    /** Returns notes for the wire. */
    public static List<NoteView> of(List<Note> notes) {
        return notes.stream()
                .map(note -> new NoteView(note.codeName(), note.values(), note.words()))
                .toList();
    }
}
