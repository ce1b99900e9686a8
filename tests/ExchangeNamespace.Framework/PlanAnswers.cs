using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Framework;

/// <summary>The lines, findings, records and files of drawn plans, or why there is no plan.</summary>
internal static class PlanAnswers
{
    private const int Plans = 150;

    private static readonly DateTime Today = new(2026, 6, 1);
    private static readonly string[] Sites = ["Z\u00FCrich", "Default-First-Site-Name", "Bern (neu)", "\u6771\u4EAC"];
    private static readonly string[] Versions = [.. ExchangeReleases.All.Select(r => r.Build.ToString()), "2007SP1", "2010SP3", "2013", "2016", "2019CU12", "SE"];

    public static IEnumerable<string> All() => Enumerable.Range(0, Plans).SelectMany(seed => Plan(new Draw((ulong)seed)));

    private static IEnumerable<string> Plan(Draw draw)
    {
        ServerReader reader = new();
        List<InputFault> faults = [];
        List<ServerRequest> servers = [];
        int count = 1 + draw.Next(6);
        for (int i = 1; i <= count; i++)
        {
            ServerReading reading = reader.Read(Members(
                ("Name", "Srv-" + i), ("Version", draw.One(Versions)), ("Site", draw.One(Sites)), ("InternetFacing", draw.Maybe()),
                ("OutlookAnywhereEnabled", draw.Maybe()), ("IPAddress", draw.One("10.1.2." + i, "2001:DB8:0:0::" + i))), "Server", strict: true);
            faults.AddRange(reading.Faults);
            if (reading.Server is { } server)
            {
                servers.Add(server);
            }
        }

        NamespaceRequest? request = RequestReader.Read(
            Members(
                ("ExternalHost", draw.One("mail.contoso.com", "post.b\u00FCcher.example", "xn--bcher-kva.example")), ("ADDomain", "corp.contoso.local"),
                ("SmtpDomain", draw.One<string[]>(["contoso.com"], ["contoso.com", "tailspin.co.uk"])), ("DnsModel", draw.One("Auto", "Split", "Separate", "Pinpoint")),
                ("MailHost", "mx.contoso.com"), ("MailIPAddress", new[] { "198.51.100.25", "2001:db8::25" }), ("ExternalIPAddress", "198.51.100.1")),
            servers, Today, faults);
        PlanResult? result = request is null ? null : NamespacePlanner.Plan(request);
        return result?.Plan is { } plan ? Answers(plan) : faults.Concat(result?.Faults ?? []).Select(f => "fault " + f.Id + " " + f.Message);
    }

    private static IEnumerable<string> Answers(NamespacePlan plan)
    {
        using StringWriter json = new() { NewLine = "\n" };
        JsonFactory.WritePlan(plan, json);
        (NamespacePlan? back, _) = JsonFactory.ReadPlan(json.ToString());
        return
        [
            .. CommandBuilder.Build(plan, new CommandSelection()).Select(c => "line " + c),
            .. plan.Findings.Select(f => "finding " + f.Code + " " + f.Message),
            .. plan.DnsRecords.Select(r => "record " + r),
            .. json.ToString().Split('\n').Select(l => "json " + l),
            "back " + (back is not null && CommandBuilder.Build(back, new CommandSelection()).Select(c => c.ToString()).SequenceEqual(CommandBuilder.Build(plan, new CommandSelection()).Select(c => c.ToString()))),
        ];
    }

    private static Dictionary<string, object?> Members(params (string Name, object? Value)[] members) =>
        members.ToDictionary(m => m.Name, m => m.Value, StringComparer.OrdinalIgnoreCase);
}
