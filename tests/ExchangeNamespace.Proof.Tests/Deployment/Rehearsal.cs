using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Deployment;
using ExchangeNamespace.Certificates.Renewal;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Deployment;

/// <summary>What became of one case.</summary>
internal sealed record RehearsedCase(string Name, int ExitCode, string State, string Said, int Calls, int? SecondExitCode, string? SecondState, string? SecondSaid,
    string[] Files, string? Log);

/// <summary>
/// The deployment script of a version, run in a real PowerShell against three servers of the stand-in Exchange, through everything that can
/// happen to it. One process does all cases of a version, because starting one takes longer than most of them.
/// </summary>
internal sealed record Rehearsal(IReadOnlyList<RehearsedCase> Results, string CommandLine, string Removal, int Restarts, string Inherited,
    IReadOnlyDictionary<string, string> Planned)
{
    private const int MostCalls = 70;

    private static readonly ConcurrentDictionary<string, Lazy<Rehearsal>> Done = new();

    /// <summary>Everything that the run left: texts on the screen, and all files beside the ones that were handed over.</summary>
    public required string Left { get; init; }

    /// <summary>The password that nothing of it may hold.</summary>
    public required string Password { get; init; }

    public RehearsedCase this[string name] => Results.Single(r => r.Name == name);

    /// <summary>The rehearsal of a version; the first test that asks runs it.</summary>
    public static Rehearsal Of(string version)
    {
        _ = RealPowerShell.PwshOrSkip();
        return Done.GetOrAdd(version, v => new Lazy<Rehearsal>(() => Run(v))).Value;
    }

    /// <summary>The script of a version.</summary>
    public static IReadOnlyList<string> Script(string version, bool overwriteDefaultSmtp = false)
    {
        string[] servers = ["EX01", "EX02", "EX03"];
        bool names = version != "2010";
        NamespacePlan plan = Plans.Make(servers, ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), ("MailHost", "mail.contoso.com"));
        List<InputFault> faults = [];
        DeploymentSet? set = DeploymentBuilder.Build(
            plan,
            new RenewalInput
            {
                Request = new CertificateRequestInput { Services = ["IIS", "SMTP", "POP", "IMAP"], Hybrid = true },
                ReceiveConnectors = names ? [.. servers.Select(s => $"{s}\\Default Frontend {s}")] : null,
                SendConnectors = names ? ["Out to 'O365'"] : null,
            },
            overwriteDefaultSmtp,
            faults);
        Assert.Empty(faults);
        return [.. DeploymentScript.Lines(set!.Plans.Single(), "Written by a test.")];
    }

    private static Rehearsal Run(string version)
    {
        using DeploymentFiles files = new();
        string output = Path.Combine(files.Folder, "output.json");
        string script = Path.Combine(files.Folder, "deploy.ps1");
        string cases = Directory.CreateDirectory(Path.Combine(files.Folder, "cases")).FullName;
        File.WriteAllLines(script, Script(version));
        string input = Path.Combine(files.Folder, "input.json");
        File.WriteAllText(input, JsonSerializer.Serialize(new
        {
            Stage = Path.Combine(AppContext.BaseDirectory, "Deployment", "Stage.ps1"),
            StandIn = Path.Combine(AppContext.BaseDirectory, "ExchangeNamespace.StandIn.dll"),
            Version = version,
            Script = script,
            Folder = cases,
            files.PasswordFile,
            files.Former,
            files.New,
            files.Thumbprint,
            Refused = new Dictionary<string, string>
            {
                ["without one name"] = files.Write("lacking", names: ["mail.contoso.com"]),
                ["without key"] = files.Write("keyless", withKey: false),
                ["expired"] = files.Write("expired", from: -20, to: -1),
                ["not yet valid"] = files.Write("early", from: 2),
                ["not RSA"] = files.Write("ecc", isEcc: true),
                ["not for servers"] = files.Write("client", usage: "1.3.6.1.5.5.7.3.2"),
            },
            FailingCalls = Calls(version),
            Kinds = new[] { "before", "after", "down" },
            Output = output,
        }));
        ProcessStartInfo start = RealPowerShell.Pwsh!.StartInfo("-File", Path.Combine(AppContext.BaseDirectory, "Deployment", "Rehearse.ps1"), input);
        ProgramRun run = RealPowerShell.Run(start);
        Assert.True(run.ExitCode == 0 && File.Exists(output), run.Output + run.Errors);
        string left = run.Output + run.Errors + File.ReadAllText(output) + File.ReadAllText(script)
            + string.Concat(Directory.GetFiles(cases, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        return JsonSerializer.Deserialize<Parts>(File.ReadAllText(output))!.ToRehearsal(left, files.Password);
    }

    /// <summary>All calls where all cases are asked for; else a part, another for each version.</summary>
    private static int[] Calls(string version) => [.. Enumerable.Range(1, MostCalls).Where(k => RandomCases.AreAll || k % 20 == version[^1] % 20)];

    private sealed record Parts(RehearsedCase[] Results, string CommandLine, string Removal, int Restarts, string Inherited, Dictionary<string, string> Planned)
    {
        public Rehearsal ToRehearsal(string left, string password) => new(Results, CommandLine, Removal, Restarts, Inherited, Planned) { Left = left, Password = password };
    }
}
