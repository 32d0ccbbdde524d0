/**
 * What is printed: PDF files from XHTML, and QR codes. Other modules write the XHTML of a page in the classes of
 * {@code paper.css}; nothing is fetched while a file is made.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.convive.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
