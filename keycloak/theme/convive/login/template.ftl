<#import "field.ftl" as field>
<#macro username>
  <div class="attempted">
    <span id="kc-attempted-username">${auth.attemptedUsername}</span>
    <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
  </div>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="color-scheme" content="light dark">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title>${msg("loginTitle",(realm.displayName!''))}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/mark.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/convive.css">
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#if scripts??><#list scripts as script><script src="${script}"></script></#list></#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
  <script type="module">
    <#outputformat "JavaScript">
    import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#outputformat>
  </script>
  </#if>
</head>
<body data-page-id="login-${pageId}">
<header class="top">
  <span class="brand"><img src="${url.resourcesPath}/img/mark.svg" alt="" width="34" height="34">${realm.displayName!'Convive'}</span>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <#list locale.supported?sort_by("label") as l><#if l.languageTag != locale.currentLanguageTag><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}">${l.label}</a></#if></#list>
  </nav>
  </#if>
</header>
<main>
  <div class="pane">
    <h1 id="kc-page-title"><#nested "header"></h1>
    <#if pageId == "login"><p class="tagline">${msg("conviveTagline")}</p></#if>
    <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()><#nested "show-username"><@username /></#if>
    <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
      <div class="notice ${message.type}" role="<#if message.type == 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</div>
    </#if>
    <#nested "form">
    <#if auth?has_content && auth.showTryAnotherWayLink()>
      <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
        <button class="plain" id="try-another-way" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
      </form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><div id="kc-info"><#nested "info"></div></#if>
  </div>
</main>
<footer>${msg("conviveFooter")}</footer>
</body>
</html>
</#macro>
