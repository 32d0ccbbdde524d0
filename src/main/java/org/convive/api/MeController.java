package org.convive.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convive.identity.Accounts;
import org.convive.identity.CurrentUser;
import org.convive.identity.Memberships;
import org.convive.identity.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who the token stands for. */
@Resource
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeController {
    private final CurrentUser currentUser;
    private final Accounts accounts;
    private final Memberships memberships;

    MeController(CurrentUser currentUser, Accounts accounts, Memberships memberships) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.memberships = memberships;
    }

    @GetMapping
    @Operation(summary = "The account and the memberships of the token's person")
    MeBody me() {
        SignedIn user = currentUser.require();
        return MeBody.of(accounts.get(user.personId()), user.isAdmin(), memberships.of(user.personId()));
    }
}
