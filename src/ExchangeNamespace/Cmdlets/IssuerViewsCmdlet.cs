using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Both views, and the authority that the outside view must let issue.</summary>
public abstract class IssuerViewsCmdlet : BothViewsCmdlet
{
    /// <summary>The authority that must be allowed to issue, as CAA records name it, such as letsencrypt.org.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CertificateIssuer { get; set; }

    /// <summary>The authority; null where none was given or it was refused.</summary>
    private protected Fqdn? Issuer { get; private set; }

    /// <summary>Reads the authority.</summary>
    private protected void ReadIssuer(ICollection<InputFault> faults)
    {
        if (CertificateIssuer is null)
        {
            return;
        }

        if (Fqdn.TryParse(CertificateIssuer, nameof(CertificateIssuer), out Fqdn? issuer, out InputFault? fault))
        {
            Issuer = issuer;
        }
        else
        {
            faults.Add(fault);
        }
    }
}
