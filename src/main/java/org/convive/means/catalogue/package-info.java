/** What belongs to the catalogue of shared means: printed terms and labels, documents, certificates, words, CSV. */
@NullMarked
@NamedInterface("catalogue")
package org.convive.means.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
