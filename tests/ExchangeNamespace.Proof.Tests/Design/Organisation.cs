using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Comparison;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Proof.Design;

/// <summary>
/// The servers of a plan as setup leaves them, one stand-in for each version, without a shell: a line is read by the real parser and sets
/// what it says, and a capture holds the properties that the capture script of the version takes. Thousands of plans need that speed;
/// <see cref="DesignRoundTripTests"/> holds it against stand-ins with a shell that run the script itself.
/// </summary>
internal sealed class Organisation
{
    private readonly Dictionary<string, StandInExchange> _byServer = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<StandInExchange> _all = [];

    public Organisation(NamespacePlan plan)
    {
        foreach (IGrouping<ExchangeVersion, PlannedServer> version in plan.Servers.GroupBy(s => s.Version))
        {
            StandInExchange exchange = StandInExchange.CreateWithoutShell(version.Key.ToString(), [.. version.Select(s => Name(plan, s))]);
            _all.Add(exchange);
            foreach (PlannedServer server in version)
            {
                _byServer.Add(server.Name, exchange);
            }
        }

        foreach (string line in Enabling(plan))
        {
            Apply(ParsedCommand.Read(line));
        }
    }

    /// <summary>Lines that make the servers of 2007 and 2010 what the plan was told: Outlook Anywhere is enabled under an old host.</summary>
    public static IEnumerable<string> Enabling(NamespacePlan plan) => plan.Servers
        .Where(s => s is { OutlookAnywhereEnabled: true, Version.Product: <= ExchangeProduct.Exchange2010 })
        .Select(s => $"Enable-OutlookAnywhere -Server {s.Name} -ExternalHostname old.contoso.com"
            + (s.Version.Build < new Version(8, 1) ? " -ExternalAuthenticationMethod" : " -ClientAuthenticationMethod") + " Ntlm -SSLOffloading $true");

    /// <summary>A server by its full name and its site, as a stand-in takes it. Every server has a domain and a site.</summary>
    public static string Name(NamespacePlan plan, PlannedServer server) =>
        (server.Fqdn?.Value ?? server.Name + "." + (plan.ADDomain?.Value ?? "ad.example.net")) + "@"
            + (server.Site.Length == 0 ? "Default-First-Site-Name" : server.Site);

    public static Organisation After(NamespacePlan plan)
    {
        Organisation organisation = new(plan);
        organisation.Apply(CommandBuilder.Build(plan, new CommandSelection()));
        return organisation;
    }

    public void Apply(IEnumerable<ExchangeCommand> commands)
    {
        foreach (ExchangeCommand command in commands)
        {
            Apply(ParsedCommand.Read(LineProof.Typed(command)));
        }
    }

    /// <summary>One object of a server, for changing it.</summary>
    public StandInObject this[string server, string key] => _byServer[server].State[server][key];

    public ExchangeState Capture()
    {
        StateReader reader = new();
        foreach (StandInExchange exchange in _all)
        {
            foreach (string cmdlet in CaptureScript.Readers(exchange.Version.Exchange))
            {
                Capture(exchange, cmdlet, reader);
            }
        }

        ExchangeState? state = reader.Finish();
        Assert.Equal([], reader.Faults.Select(f => f.Message));
        return state!;
    }

    private void Capture(StandInExchange exchange, string cmdlet, StateReader reader)
    {
        StateKindDefinition kind = StateKinds.Default.FindByCmdlet(cmdlet)!;
        string noun = cmdlet["Get-".Length..] switch { "ClientAccessService" => "ClientAccessServer", "TransportService" => "TransportServer", var other => other };
        bool any = false;

        // Objects of the organisation are the same in each of its stand-ins.
        IEnumerable<StandInContainer> containers = exchange == _all[0] ? exchange.State.Servers.Append(exchange.State.Organization) : exchange.State.Servers;
        foreach (StandInObject item in containers.SelectMany(c => c.Objects).Where(o => o.Kind == noun))
        {
            Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase) { [CaptureMarks.CapturedBy] = cmdlet, [CaptureMarks.CapturedFrom] = "" };
            foreach (string property in kind.PropertiesOf(exchange.Version.Exchange))
            {
                if (property is "Identity" or "Name" or "Server")
                {
                    members[property] = property == "Identity" ? item.Identity : property == "Name" ? item.Name : item.Server;
                }
                else if (item.Properties.TryGetValue(property, out object? value))
                {
                    members[property] = value switch { Uri uri => uri.OriginalString, string[] list => list.ToList<object?>(), _ => value };
                }
            }

            any = true;
            Assert.True(reader.Read([], members), cmdlet);
        }

        if (!any)
        {
            using System.IO.MemoryStream none = new("<Objs xmlns=\"http://schemas.microsoft.com/powershell/2004/04\" />"u8.ToArray());
            reader.ReadFile(none, cmdlet + ".xml", inFolder: true);
        }
    }

    private void Apply(ParsedCommand line)
    {
        string identity = World.IdentityOf(line);
        string noun = line.Name[(line.Name.IndexOf('-', StringComparison.Ordinal) + 1)..];
        StandInObject target;
        if (noun is "OutlookProvider" or "OrganizationConfig")
        {
            target = _all[0].State.Organization[noun + "\\" + identity];
        }
        else
        {
            int slash = identity.IndexOf('\\', StringComparison.Ordinal);
            StandInContainer server = _byServer[slash < 0 ? identity : identity[..slash]].State[slash < 0 ? identity : identity[..slash]];
            target = line.Name == "Enable-OutlookAnywhere" ? server.Add(new StandInVirtualDirectory("OutlookAnywhere", server.Name, "Rpc (Default Web Site)"))
                : slash < 0 ? server["ClientAccessServer"]
                : server[identity];
        }

        foreach (ParsedArgument argument in line.Arguments.Where(a => a.Parameter is not ("Identity" or "Server")))
        {
            target[argument.Parameter] = argument.Value switch
            {
                string[] { Length: 1 } one when argument.Parameter is not ("AutoDiscoverSiteScope" or "IISAuthenticationMethods") => one[0],
                var other => other,
            };
        }
    }
}
