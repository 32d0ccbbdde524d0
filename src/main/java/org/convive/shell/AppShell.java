package org.convive.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** The page around the portal: theme, colour scheme, viewport, icon. */
// What people do comes by ordinary requests, through the security filters; only what the server tells uses the socket.
@Push(transport = Transport.WEBSOCKET_XHR)
@ColorScheme(ColorScheme.Value.SYSTEM)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("convive/tokens.css")
@StyleSheet("convive/convive.css")
public class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "convive/favicon.svg", "any");
        settings.addMetaTag("theme-color", "#e9f4f2");
        settings.addMetaTag("format-detection", "telephone=no");
    }
}
