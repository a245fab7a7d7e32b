/** Who may do what: a permission is a verb, a role holds verbs, and every endpoint says which one it takes. */
@NullMarked
package org.copse.server.permission;

import org.jspecify.annotations.NullMarked;
