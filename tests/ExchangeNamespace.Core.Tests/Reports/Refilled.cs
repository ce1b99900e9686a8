using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>
/// The same request with other texts in it: each text of the plan, the state, the results and the title, equal ones by equal ones. Hosts
/// and URLs of a plan are no free text and stay.
/// </summary>
internal sealed class Refilled(Func<string, bool, string> text)
{
    private readonly Dictionary<object, object> _done = [];
    private readonly Dictionary<(string, bool), string> _texts = [];

    /// <summary>Properties whose values stand in lines, where quoting refuses what a line cannot carry.</summary>
    private static readonly HashSet<string> InLines = new(StringComparer.Ordinal)
    {
        "Name", "Site", "Sites", "SiteScope", "Server", "Servers", "InstallOn", "Value", "Values", "Parameter", "Provider", "CertPrincipalName", "Identity", "Internal", "External",
        "Settings", "Fqdn",
    };

    /// <summary>Keys of tables, and texts that are no text from outside.</summary>
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal) { "Key", "Hash", "ModuleVersion", "Parameter", "Provider", "AdminDisplayVersion" };

    public static ReportRequest Of(ReportRequest request, Func<string, bool, string> text) => (ReportRequest)new Refilled(text).Copy(request);

    private object Copy(object source)
    {
        if (_done.TryGetValue(source, out object? done))
        {
            return done;
        }

        object copy = Activator.CreateInstance(source.GetType(), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, Arguments(source), null)!;
        _done[source] = copy;
        foreach (PropertyInfo property in source.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.CanWrite))
        {
            property.SetValue(copy, Value(property.GetValue(source), property.Name));
        }

        return copy;
    }

    /// <summary>The parameters of a positional record have the names of its properties.</summary>
    private object?[] Arguments(object source)
    {
        ConstructorInfo constructor = source.GetType().GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters().All(p => p.ParameterType != source.GetType())).OrderByDescending(c => c.GetParameters().Length).First();
        return [.. constructor.GetParameters().Select(p => Value(source.GetType().GetProperty(p.Name!)!.GetValue(source), p.Name!))];
    }

    private object? Value(object? value, string property) => value switch
    {
        null => null,
        string one => Text(one, property),
        UrlSetting { Action: SettingAction.Set } setting => UrlSetting.Set(setting.Value!, Text(setting.Reason, "Reason")),
        UrlSetting { Action: SettingAction.Clear } setting => UrlSetting.Clear(Text(setting.Reason, "Reason")),
        UrlSetting setting => UrlSetting.Leave(Text(setting.Reason, "Reason")),
        Captured<string> captured => captured.IsKnown ? Captured.Known(Text(captured.Value!, property)) : captured,
        Captured<IReadOnlyList<string>> captured =>
            captured.IsKnown ? Captured.Known<IReadOnlyList<string>>([.. captured.Value!.Select(t => Text(t, property))]) : captured,
        IReadOnlyDictionary<string, Captured<IReadOnlyList<string>>> settings =>
            settings.ToDictionary(s => s.Key, s => (Captured<IReadOnlyList<string>>)Value(s.Value, property)!, StringComparer.OrdinalIgnoreCase),
        IList list => Items(list, property),
        NamespacePlan or ExchangeState or Finding or PlannedServer or PlannedSite or PlannedCertificate or CertificateName or PlannedMail or DnsRecord or ServiceAssignment
            or AdditionalParameter or OutlookProviderSetting or ReportResult or ReportCertificate or ReportInput or CapturedServer or CapturedService or CapturedCertificate
            or CapturedReceiveConnector or CapturedSendConnector or CapturedAcceptedDomain or CapturedOutlookProvider or CapturedOrganization or CapturedClientAccessArray
            or CapturedTransportServer => Copy(value),
        _ => value,
    };

    /// <summary>A list that several servers share stays one list.</summary>
    private IList Items(IList list, string property)
    {
        if (_done.TryGetValue(list, out object? done))
        {
            return (IList)done;
        }

        Type element = list.GetType().GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)).GetGenericArguments()[0];
        Array copy = Array.CreateInstance(element, list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            copy.SetValue(Value(list[i], property), i);
        }

        _done[list] = copy;
        return copy;
    }

    private string Text(string original, string property)
    {
        if (original.Length == 0 || Fixed.Contains(property) || original == PlannedCertificate.ReverseProxyMachine)
        {
            return original;
        }

        (string, bool) key = (original, InLines.Contains(property));
        if (!_texts.TryGetValue(key, out string? known))
        {
            // A text that stands in lines in one place and not in another is the same text.
            known = _texts.TryGetValue((original, true), out string? quotable) ? quotable : text(original, key.Item2);
            _texts[key] = known;
        }

        return known;
    }
}
