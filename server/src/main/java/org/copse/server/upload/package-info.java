/**
 * An <em>upload</em> is a file on its way to become a layer: an account sends it, looks at its preview, chooses how it is to be read,
 * and has it imported by a job. Uploads belong to the account that sent them, are kept in the database so that any server can
 * go on with them, and expire.
 */
@NullMarked
package org.copse.server.upload;

import org.jspecify.annotations.NullMarked;
