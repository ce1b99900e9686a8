using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What the commands about SPF do alike: they ask the DNS servers named, or those of this machine, each question once.</summary>
public abstract class SpfCmdlet : DnsQuestionCmdlet
{
    /// <summary>The DNS servers to ask; those of this machine by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] DnsServer { get; set; } = [];

    /// <summary>The way to DNS; null where a server was refused or none is known, which is then an error.</summary>
    /// <param name="isNeeded">Whether a machine without a server of its own is an error; false where a pasted record may need none.</param>
    private protected SpfDns? OpenDns(bool isNeeded)
    {
        if (ReadServers(DnsServer, nameof(DnsServer)) is not { } servers)
        {
            return null;
        }

        try
        {
            IReadOnlyList<DnsServerAddress>? asked = isNeeded ? OrOwn(servers, nameof(DnsServer)) : servers.Count > 0 ? servers
                : DnsFactory.OwnServers();
            return asked is null ? null : new SpfDns(new CachingResolver(DnsFactory.Create(Timeout, Retry)), asked);
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
            throw;
        }
    }
}
