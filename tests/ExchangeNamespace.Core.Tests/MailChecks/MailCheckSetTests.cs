using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Identity;
using Xunit;

namespace ExchangeNamespace.Tests.MailChecks;

public class MailCheckSetTests
{
    private readonly MailCheckSet _set = new();

    [Fact]
    public void A_domain_is_checked_once_for_each_sending_name_with_all_of_its_addresses()
    {
        Assert.Empty(Add(["contoso.com"], ["192.0.2.1"], "mail.contoso.com"));
        Assert.Empty(Add(["Contoso.com", "fabrikam.com"], ["192.0.2.2"], "mail.contoso.com"));
        Assert.Empty(Add(["contoso.com"], [], null));
        Assert.Equal(
            ["contoso.com mail.contoso.com 192.0.2.1,192.0.2.2", "fabrikam.com mail.contoso.com 192.0.2.2", "contoso.com  "],
            _set.All.Select(c => $"{c.Domain} {c.SendingHost} {string.Join(",", c.SendingAddresses)}"));
    }

    [Fact]
    public void A_refused_sender_leaves_out_all_domains_and_a_refused_domain_only_itself()
    {
        Assert.Equal([FaultIds.AddressInvalid, FaultIds.NameSingleLabel], Add(["contoso.com"], ["x"], "mail"));
        Assert.Empty(_set.All);
        Assert.Equal(["Refused", FaultIds.NameSingleLabel], Add(["no", "contoso", "contoso.com"], [], null));
        Assert.Equal("contoso.com", Assert.Single(_set.All).Domain.Value);
    }

    private string[] Add(string[] domains, string[] addresses, string? host)
    {
        List<InputFault> faults = [];
        _set.Add(domains, addresses, host, text => text == "no" ? new InputFault("Refused", "Domain", text, "No.") : null, faults);
        return [.. faults.Select(f => f.Id)];
    }
}
