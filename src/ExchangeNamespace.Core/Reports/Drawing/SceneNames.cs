using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>The names that one view answers for clients, and the rows that each leads to. Names of mail alone are no part of it.</summary>
internal sealed class SceneNames
{
    private readonly NamespacePlan _plan;
    private readonly IReadOnlyList<SceneUnit> _units;
    private readonly DnsView _view;
    private readonly DrawingWords _words;
    private readonly ILookup<string, (int Row, ClientService Service)> _uses;
    private readonly ILookup<string, (int Row, ClientService Service)> _outside;
    private readonly int[] _primary;

    private SceneNames(NamespacePlan plan, IReadOnlyList<SceneUnit> units, DnsView view, DrawingWords words)
    {
        _plan = plan;
        _units = units;
        _view = view;
        _words = words;
        _uses = Uses(view).Distinct().ToLookup(u => u.Host, u => (u.Row, u.Service), StringComparer.OrdinalIgnoreCase);
        _outside = Uses(DnsView.External).Distinct().ToLookup(u => u.Host, u => (u.Row, u.Service), StringComparer.OrdinalIgnoreCase);
        _primary = Primary();
    }

    public static IReadOnlyList<SceneName> Of(NamespacePlan plan, IReadOnlyList<SceneUnit> units, DnsView view, DrawingWords words)
    {
        SceneNames names = new(plan, units, view, words);
        IEnumerable<string> recorded = plan.DnsRecords
            .Where(r => r.View == view
                && (r.Type is DnsRecordType.Address or DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME))
            .Select(r => r.Name.Value);
        return [.. recorded.Concat(names._uses.Select(u => u.Key)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(n => names.UsesOf(n).Any() || !names.IsForMailAlone(n))
            .OrderBy(n => IsAutodiscover(n) ? 1 : 0)
            .Select(names.Read)];
    }

    private SceneName Read(string name)
    {
        DnsRecord[] records = [.. _plan.DnsRecords.Where(r => r.View == _view && r.Type != DnsRecordType.MX
            && string.Equals(r.Name.Value, name, StringComparison.OrdinalIgnoreCase))];
        string[] addresses = [.. records.Select(r => r.Value).OfType<string>().Distinct()];
        int[] rows = RowsOf(name);
        string[] own = [.. rows.SelectMany(r => _units[r].Servers).SelectMany(s => s.Addresses)];
        string? device = _view == DnsView.Internal && own.Length > 0
            ? records.Where(r => r.Type != DnsRecordType.CNAME).Select(r => r.Value).OfType<string>().FirstOrDefault(a => !own.Contains(a))
            : null;
        return new SceneName(name, [.. Roles(name, rows)], addresses, rows, device);
    }

    /// <summary>
    /// Who answers: of the servers of a site that use the name, the newest. Names that no service has lead to the first site.
    /// </summary>
    private int[] RowsOf(string name)
    {
        int[] users = [.. UsesOf(name).Select(u => u.Row).Distinct()];
        return users.Length == 0 ? IsLegacy(name) ? OldRows(name) : _primary
            : [.. users.GroupBy(r => _units[r].Site.Name).Select(g => g.OrderByDescending(r => _units[r].Generation).First())
                .OrderBy(r => r)];
    }

    private IEnumerable<string> Roles(string name, int[] rows)
    {
        if (IsLegacy(name))
        {
            yield return _words.LegacyName;
            yield break;
        }

        ClientService[] services = [.. UsesOf(name).Select(u => u.Service).Distinct().OrderBy(s => s)];
        ClientService[] web = [.. services.Where(s => s != ClientService.Autodiscover)];
        ClientService[] all = [.. (_uses.Contains(name) ? _uses : _outside).SelectMany(u => u).Where(u => rows.Contains(u.Row))
            .Select(u => u.Service).Where(s => s is not (ClientService.Autodiscover or ClientService.PowerShell)).Distinct()];
        if (web.Length > 0)
        {
            yield return all.All(web.Contains) ? _words.AllServices : string.Join(", ", web);
        }

        bool point = services.Contains(ClientService.Autodiscover);
        bool host = IsAutodiscover(name);
        bool record = _plan.AutodiscoverSrvDomains.Count > 0 && string.Equals(_plan.ServiceTarget(_view).Value, name,
            StringComparison.OrdinalIgnoreCase);
        if (point || host || record)
        {
            yield return "Autodiscover" + (point ? " (SCP)" : host ? string.Empty : " (SRV)");
        }
        else if (web.Length == 0)
        {
            yield return _words.OtherName;
        }
    }

    /// <summary>What uses a name. Where URLs inside are left alone, a public name serves inside what it serves outside.</summary>
    private IEnumerable<(int Row, ClientService Service)> UsesOf(string name) => _uses.Contains(name) ? _uses[name] : _outside[name];

    private IEnumerable<(string Host, int Row, ClientService Service)> Uses(DnsView view) =>
        from unit in _units
        from server in unit.Servers
        from assignment in server.Services
        let value = (view == DnsView.External ? assignment.External : assignment.Internal).Value
        where value is not null
        select (HostText.Of(value), unit.Row, assignment.Service);

    /// <summary>The rows of the sites that answer for the names that a plan has once.</summary>
    private int[] Primary()
    {
        SceneUnit[] facing = [.. _units.Where(u => u.Site.InternetFacing && u.IsPublished)];
        SceneUnit[] primary = [.. facing.Where(u => _plan.ExternalHost.Equals(u.Site.ExternalHost))];
        return [.. (primary.Length > 0 ? primary : facing.Take(1)).GroupBy(u => u.Site.Name).Select(g => g.First().Row)];
    }

    private int[] OldRows(string name) =>
        [.. _units.Where(u => u.Servers.Count > 0 && (u.Site.LegacyHost ?? _plan.LegacyHost) is { } legacy && IsLegacy(legacy, name))
            .GroupBy(u => u.Generation).OrderBy(g => g.Key).Take(1).SelectMany(g => g).Select(u => u.Row)];

    private bool IsLegacy(string name) => _plan.Sites.Select(s => s.LegacyHost).Concat([_plan.LegacyHost]).OfType<Fqdn>()
        .Any(l => IsLegacy(l, name));

    private bool IsLegacy(Fqdn legacy, string name) => name.StartsWith(legacy.FirstLabel + ".", StringComparison.OrdinalIgnoreCase)
        && (_view == DnsView.Internal || string.Equals(name, legacy.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsAutodiscover(string name) =>
        name.StartsWith(AutodiscoverLabels.HostPrefix, StringComparison.OrdinalIgnoreCase);

    private bool IsForMailAlone(string name) =>
        (string.Equals(name, _plan.MailHost?.Value, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, _plan.Mail?.SendingHost.Value, StringComparison.OrdinalIgnoreCase)
            || _plan.Mail?.HygieneHosts.Any(h => string.Equals(name, h.Value, StringComparison.OrdinalIgnoreCase)) == true)
        && !string.Equals(name, _plan.ExternalHost.Value, StringComparison.OrdinalIgnoreCase);
}
