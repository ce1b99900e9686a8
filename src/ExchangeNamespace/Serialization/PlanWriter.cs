using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Newtonsoft.Json;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// Writes the members of a plan in a fixed order. What is null, or empty and optional, is left out; small objects take one line.
/// </summary>
internal sealed class PlanWriter
{
    private readonly JsonTextWriter _json;

    private PlanWriter(JsonTextWriter json) => _json = json;

    public static void Write(NamespacePlan plan, TextWriter writer) =>
        JsonMembers.Document(writer, NamespacePlan.CurrentSchemaVersion, json => new PlanWriter(json).Write(plan));

    private void Write(NamespacePlan plan)
    {
        Text("externalHost", plan.ExternalHost.Value);
        Text("externalZone", plan.ExternalZone.Value);
        Optional("adDomain", plan.ADDomain?.Value);
        Texts("smtpDomains", plan.SmtpDomains.Select(d => d.Value));
        TextsUnlessEmpty("autodiscoverSrvDomains", [.. plan.AutodiscoverSrvDomains.Select(d => d.Value)]);
        Text("dnsModel", plan.DnsModel.ToString());
        Items("zones", plan.Zones, Zone);
        Optional("legacyHost", plan.LegacyHost?.Value);
        Optional("mailHost", plan.MailHost?.Value);
        Mail(plan.Mail);
        Text("reverseProxy", plan.ReverseProxy.ToString());
        Optional("hybrid", plan.Hybrid == HybridUse.None ? null : plan.Hybrid.ToString());
        Text("asOf", DayText.Of(plan.AsOf));
        Items("sites", plan.Sites, Site);
        Servers(plan.Servers);
        Items("certificates", plan.Certificates, Certificate);
        Items("dnsRecords", plan.DnsRecords, Record);
        OutlookProvider(plan.OutlookProvider);
        Items("findings", plan.Findings, Finding);
        Items("notes", plan.Notes, Finding);
    }

    private void Mail(PlannedMail? mail)
    {
        if (mail is not null)
        {
            _json.WritePropertyName("mail");
            Object(() =>
            {
                Texts("addresses", mail.Addresses);
                Text("sendingHost", mail.SendingHost.Value);
                Texts("sendingAddresses", mail.SendingAddresses);
                TextsUnlessEmpty("hygieneHosts", [.. mail.HygieneHosts.Select(h => h.Value)]);
                TextsUnlessEmpty("hygieneRanges", mail.HygieneRanges);
                TextsUnlessEmpty("childDomains", [.. mail.ChildDomains.Select(d => d.Value)]);
            });
        }
    }

    private void Zone(PlannedZone zone) => OneLine(() =>
    {
        Text("name", zone.Name.Value);
        Text("model", zone.Model.ToString());
    });

    private void Site(PlannedSite site) => Object(() =>
    {
        Text("name", site.Name);
        Boolean("internetFacing", site.InternetFacing);
        Optional("externalHost", site.ExternalHost?.Value);
        Optional("internalHost", site.InternalHost?.Value);
        Optional("autodiscoverHost", site.AutodiscoverHost?.Value);
        Optional("legacyHost", site.LegacyHost?.Value);
        if (site.SiteScope is not null)
        {
            Texts("siteScope", site.SiteScope);
        }
    });

    /// <summary>Servers that share a list of assignments refer to one copy of it, so that a large farm stays a small file.</summary>
    private void Servers(IReadOnlyList<PlannedServer> servers)
    {
        Dictionary<IReadOnlyList<ServiceAssignment>, int> sets = [];
        foreach (PlannedServer server in servers)
        {
            if (!sets.ContainsKey(server.Services))
            {
                sets.Add(server.Services, sets.Count);
            }
        }

        Items("serviceSets", sets.OrderBy(s => s.Value).Select(s => s.Key), set => List(set, Assignment));
        Items("servers", servers, server => OneLine(() =>
        {
            Text("name", server.Name);
            Optional("fqdn", server.Fqdn?.Value);
            Text("version", server.Version.ToString());
            Text("site", server.Site);
            Boolean("internetFacing", server.InternetFacing);
            if (server.OutlookAnywhereEnabled is { } enabled)
            {
                Boolean("outlookAnywhereEnabled", enabled);
            }

            TextsUnlessEmpty("addresses", server.Addresses);
            Number("serviceSet", sets[server.Services]);
        }));
    }

    private void Assignment(ServiceAssignment assignment) => Object(() =>
    {
        Text("service", assignment.Service.ToString());
        Setting("internal", assignment.Internal);
        Setting("external", assignment.External);
        if (assignment.SiteScope is not null)
        {
            Texts("siteScope", assignment.SiteScope);
        }

        if (assignment.AdditionalParameters.Count > 0)
        {
            Items("additionalParameters", assignment.AdditionalParameters, Companion);
        }
    });

    private void Setting(string name, UrlSetting setting)
    {
        _json.WritePropertyName(name);
        OneLine(() =>
        {
            Text("action", setting.Action.ToString());
            Optional("value", setting.Value);
            Text("reason", setting.Reason);
        });
    }

    private void Companion(AdditionalParameter companion) => OneLine(() =>
    {
        Text("parameter", companion.Parameter);
        if (companion.IsBoolean)
        {
            Boolean("value", string.Equals(companion.Values[0], bool.TrueString, StringComparison.Ordinal));
        }
        else
        {
            Texts("values", companion.Values);
        }

        if (companion.IsAsked)
        {
            Boolean("asked", true);
        }
    });

    private void Certificate(PlannedCertificate certificate) => Object(() =>
    {
        Texts("installOn", certificate.InstallOn);
        Texts("sites", certificate.Sites);
        Text("issuer", certificate.Issuer.ToString());
        Optional("commonName", certificate.CommonName);
        Items("names", certificate.Names, name => OneLine(() =>
        {
            Text("name", name.Name);
            Text("reason", name.Reason);
            Text("rule", name.Rule);
        }));
        Boolean("privateKeyExportable", certificate.PrivateKeyExportable);
    });

    private void Record(DnsRecord record) => OneLine(() =>
    {
        Text("view", record.View.ToString());
        Optional("zone", record.Zone?.Value);
        Text("name", record.Name.Value);
        Text("type", record.Type.ToString());
        Optional("value", record.Value);
        if (record.Type == DnsRecordType.MX)
        {
            Number("preference", record.Preference);
        }

        Text("reason", record.Reason);
    });

    private void OutlookProvider(OutlookProviderSetting? setting)
    {
        if (setting is not null)
        {
            _json.WritePropertyName("outlookProvider");
            Object(() =>
            {
                Text("provider", setting.Provider);
                Text("certPrincipalName", setting.CertPrincipalName);
                Text("reason", setting.Reason);
            });
        }
    }

    private void Finding(Finding finding) => Object(() =>
    {
        Text("code", finding.Code);
        Text("severity", finding.Severity.ToString());
        Text("subject", finding.Subject);
        Text("message", finding.Message);
        Text("remedy", finding.Remedy);
        Text("rule", finding.Rule);
        TextsUnlessEmpty("values", finding.Values);
        TextsUnlessEmpty("servers", finding.Servers);
    });

    private void OneLine(Action members)
    {
        _json.WriteStartObject();
        _json.Formatting = Formatting.None;
        members();
        _json.WriteEndObject();
        _json.Formatting = Formatting.Indented;
    }

    private void Object(Action members)
    {
        _json.WriteStartObject();
        members();
        _json.WriteEndObject();
    }

    private void Items<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WritePropertyName(name);
        List(items, write);
    }

    private void List<T>(IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray();
        foreach (T item in items)
        {
            write(item);
        }

        _json.WriteEndArray();
    }

    private void Texts(string name, IEnumerable<string> texts) => Items(name, texts, _json.WriteValue);

    private void TextsUnlessEmpty(string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            Texts(name, texts);
        }
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            Text(name, value);
        }
    }

    private void Text(string name, string value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    private void Number(string name, int value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    private void Boolean(string name, bool value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }
}
