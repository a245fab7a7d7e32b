package org.copse.geoimport;

/** Takes the features of a streamed import, one by one, in the order of the file. */
@FunctionalInterface
public interface FeatureSink {

    /** Called once before the first feature, with the roles that were given or detected. */
    default void begin(FieldRoles roles) {}

    /** Takes one cleaned feature. What this throws ends the import. */
    void accept(Feature feature);
}
