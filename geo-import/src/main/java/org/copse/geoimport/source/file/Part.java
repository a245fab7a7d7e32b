package org.copse.geoimport.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One file, or one entry of an archive.
 *
 * @param name as given, with the folders of the archive
 * @param path where its bytes are
 * @param deadline by which the import must be done
 */
public record Part(String name, Path path, Deadline deadline) {

    /** Returns the part's bytes; reading them stops when the time is up. */
    public InputStream open() throws IOException {
        return deadline.watching(Files.newInputStream(path), name);
    }

    /** Returns the part's name without folders and extension. */
    public String stem() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** Returns the part's extension in lower case, without the dot; empty where there is none. */
    public String extension() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Returns the part's folder in the archive, with its last slash, or empty. */
    public String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
