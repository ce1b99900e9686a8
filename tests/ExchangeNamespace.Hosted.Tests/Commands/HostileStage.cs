using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Hosted.Tests.Commands.Findings;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>The tests of hostile text share one shell and run one after another.</summary>
[CollectionDefinition]
public sealed class HostileTests : ICollectionFixture<HostileStage>;

/// <summary>One shell for all rows of hostile text, which collects every text that a script brings to a terminal.</summary>
public sealed class HostileStage : IDisposable
{
    private const string Own = "ExchangeNamespace.";

    /// <summary>What these say of others they keep as it was captured or given; their views and their texts render it.</summary>
    private static readonly string[] AsGiven =
        [Own + "State.", Own + "Mail.StartTls.StoreCertificate", Own + "Mail.StartTls.ReceiveConnector"];

    private readonly StringWriter _output = new();
    private readonly StandIns _standIns = new();
    private readonly FakeDnsServer _dns = new(Answer);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exn-hostile");
    private readonly ModuleHost _host;

    public HostileStage()
    {
        _host = ModuleHost.Open(console: new HostConsole(_output, _output, Width: 250, HasColor: false));
        foreach (string prelude in FindingTables.All.Select(t => t.Prelude).Prepend("param($StandIns) $at = $StandIns").Append(Prelude))
        {
            Assert.Empty(_host.Run(prelude, _standIns).Errors);
        }
    }

    /// <summary>
    /// <c>$hostile</c> are two texts, with and without control characters; <c>$wire</c> is such a text as a server sends it in UTF-8,
    /// without the characters that end a line. <c>$dns</c> is a DNS server of hostile answers, <c>$s</c> a hostile capture with
    /// <c>$route</c> a walk in it, <c>$plan</c> an honest plan.
    /// </summary>
    private string Prelude =>
        $$"""
        $esc = "a$([char]27)[31m$([char]0x202E)c$([char]0x2066)d$([char]13)$([char]0x85)$([char]0x200B)e"
        $hostile = $esc, "a$([char]0x202E)c$([char]0x2066)d$([char]0x200B)"
        $latin = [System.Text.Encoding]::GetEncoding(28591)
        $wire = $latin.GetString([System.Text.Encoding]::UTF8.GetBytes("a$([char]27)[31m$([char]0x202E)c$([char]0x2066)d$([char]0x9B)e"))
        $folder = '{{_folder.FullName}}'
        $dns = '127.0.0.1:{{_dns.Port}}'
        $silent = @{ WarningAction = 'SilentlyContinue'; ErrorAction = 'SilentlyContinue'; InformationAction = 'Ignore' }
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -DnsModel Split -MailHost smtp.contoso.com @silent
        $s = Import-ExchangeState '{{HostileCapture.Write(_folder.CreateSubdirectory("capture").FullName)}}' @silent
        $route = $s | Get-AutodiscoverRoute a@contoso.com -DomainJoined -AllSteps @silent
        """;

    /// <summary>An empty folder for what a row writes.</summary>
    internal string NewFolder() => _folder.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    internal HostRun Run(string script, params object?[] arguments) => _host.Run("& {\n" + script + "\n} @args", arguments);

    /// <summary>
    /// Each text that a run brings to a terminal: the messages, what each view of errors shows, the objects in their view, as text and
    /// by all their properties.
    /// </summary>
    private string[] Texts(HostRun run)
    {
        _output.GetStringBuilder().Clear();
        // The first object decides on the view of all. An error of each kind is enough: what differs among them is the message, below.
        IEnumerable<object?> shown = run.Output.Concat(run.Errors.DistinctBy(static e => e.FullyQualifiedErrorId));
        foreach (IEnumerable<object?> alike in shown.GroupBy(TypeName))
        {
            _host.Print("$args[0]", (object)alike.ToArray());
        }

        string[] texts =
        [
            _output.ToString(),
            .. run.Output.Select(static o => o?.ToString() ?? string.Empty),
            .. run.Output.SelectMany(static o => Properties(o, 0)),
            .. run.Warnings,
            .. run.Verbose,
            .. run.Records.Select(static r => r.Value).OfType<InformationRecord>().Select(static i => i.ToString()),
            .. run.Errors.SelectMany(static e =>
                (string[])[e.ToString(), e.Exception.Message, e.FullyQualifiedErrorId,
                    e.CategoryInfo.GetMessage(CultureInfo.InvariantCulture)]),
        ];
        return [.. texts.Select(static t => t.Replace("\r\n", "\n", StringComparison.Ordinal))];
    }

    /// <summary>Nothing that the run shows is hidden or moves the cursor.</summary>
    /// <param name="run">What came of a script.</param>
    /// <param name="expected">What stands among it: by default the code point of a character that was hidden.</param>
    internal void AssertHarmless(HostRun run, string expected = "<U+")
    {
        string[] texts = Texts(run);
        Assert.Empty(texts.Where(static t => t.Any(IsHidden)).Select(Visible).Distinct());
        Assert.Contains(texts, t => t.Contains(expected, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _host.Dispose();
        _standIns.Dispose();
        _dns.Dispose();
        _folder.Delete(recursive: true);
    }

    private static byte[]? Answer(DnsPacket question)
    {
        string hostile = "v=spf1 include:a\u001b[31mb\r\u0085.contoso.com exp=x\u001b.contoso.com ?all "
            + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("\u202ea\u2066"));
        return question.Answer(DnsPacket.Authoritative, question.Type switch
        {
            DnsPacket.Txt =>
            [
                DnsPacket.Text(question.Name, question.Name == "contoso.com" ? "v=spf1 include:b.contoso.com ?all" : hostile),
            ],
            DnsPacket.Mx => [DnsPacket.Exchanger(question.Name, 10, "m\u001b[31m\rx.contoso.com")],
            DnsPacket.Ptr => [DnsPacket.Pointer(question.Name, "p\u001b[31m\rx.contoso.com")],
            DnsPacket.A =>
            [
                DnsPacket.Alias(question.Name, "c\u001b[31m\rx.contoso.com"), DnsPacket.Address("c\u001b[31m\rx.contoso.com", "127.0.0.1"),
            ],
            _ => [],
        });
    }

    /// <summary>The names that select the views of what a run gave.</summary>
    internal static IEnumerable<string> Views(HostRun run) => run.Output.Select(TypeName).Distinct();

    private static string TypeName(object? of) => PSObject.AsPSObject(of ?? string.Empty).TypeNames[0];

    private static bool IsHidden(char c) => c != '\n' && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Visible(string text) => string.Concat(text.Select(static c => IsHidden(c) ? $"\\u{(int)c:X4}" : c.ToString()));

    /// <summary>Each text in an object of the module and in what it holds; behind the way there where something in it is hidden.</summary>
    private static IEnumerable<string> Properties(object? of, int depth)
    {
        if (of is PSObject wrapped)
        {
            of = wrapped.BaseObject;
        }

        switch (of)
        {
            case null or Enum:
                return [];
            case string text:
                return [text];
            case IDictionary map:
                return map.Keys.Cast<object>().Concat(map.Values.Cast<object>()).SelectMany(v => Properties(v, depth));
            case IEnumerable many:
                return many.Cast<object?>().SelectMany(v => Properties(v, depth));
            default:
                string type = of.GetType().FullName!;
                return depth > 6 || !type.StartsWith(Own, StringComparison.Ordinal)
                    || Array.Exists(AsGiven, given => type.StartsWith(given, StringComparison.Ordinal)) ? []
                    : of.GetType().GetProperties().Where(static p => p.GetIndexParameters().Length == 0)
                        .SelectMany(p => Properties(p.GetValue(of), depth + 1)
                            .Select(t => t.Any(IsHidden) ? $"{of.GetType().Name}.{p.Name}: {t}" : t));
        }
    }
}
