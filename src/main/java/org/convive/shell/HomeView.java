package org.convive.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The first page. */
@Route("")
@PermitAll
class HomeView extends Div {}
