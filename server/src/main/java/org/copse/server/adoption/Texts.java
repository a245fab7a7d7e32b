package org.copse.server.adoption;

/** How long what people write may be. */
final class Texts {
    static final int LONGEST_REASON = 4000;
    static final int LONGEST_NAME = 200;

    private Texts() {}
}
