package org.convive.means.ledger;

import org.convive.shared.Money;
import org.convive.shared.OrganisationId;

/**
 * How a company stands with a partner.
 *
 * @param amount positive when the partner owes, negative when the company owes
 */
public record Balance(OrganisationId partner, String partnerName, Account account, Money amount) {}
