using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>
/// The mail domains of a plan that follow from captured accepted domains, the default one first, and why the others do not.
/// </summary>
internal sealed class MailDomains
{
    private readonly List<string> _names = [];
    private readonly List<string> _leftOut = [];

    private MailDomains()
    {
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>A sentence for each accepted domain that is no mail domain of a plan.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    public static MailDomains Of(ExchangeState state)
    {
        MailDomains domains = new();
        foreach (CapturedAcceptedDomain domain in state.AcceptedDomains.OrderByDescending(d => d.Default.Value))
        {
            domains.Add(domain);
        }

        return domains;
    }

    private void Add(CapturedAcceptedDomain domain)
    {
        string shown = VisibleText.Short(domain.DomainName.Value ?? domain.Name);
        if (!Fqdn.TryParse(domain.DomainName.Value, nameof(domain.DomainName), out Fqdn? name, out _))
        {
            _leftOut.Add($"The accepted domain {shown} is not one domain, so it is no mail domain of the plan.");
        }
        else if (string.Equals(domain.DomainType.Value, "ExternalRelay", StringComparison.OrdinalIgnoreCase))
        {
            _leftOut.Add($"The accepted domain {shown} is relayed to another organisation, so it is no mail domain of the plan.");
        }
        else if (!TopLevelDomains.IsDelegated(name.Value.Substring(name.Value.LastIndexOf('.') + 1)))
        {
            _leftOut.Add($"The accepted domain {shown} does not exist on the Internet, so it is no mail domain of the plan.");
        }
        else
        {
            _names.Add(name.Value);
        }
    }
}
