using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Threading;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Judges certificates, requests and endpoints against a plan or a list of hosts.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NamespaceCertificate", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NamespaceCertificate), typeof(bool))]
public sealed class TestNamespaceCertificateCommand : NetworkCmdlet, ICheckCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string CertificateSet = "Certificate";
    private const string EndpointSet = "Endpoint";

    private readonly List<object> _piped = [];
    private bool _isNamed;

    /// <summary>Files of certificates or requests: PEM, DER, PKCS#7, PKCS#12 or PKCS#10; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The same, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The password of PKCS#12 files.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public SecureString? Password { get; set; }

    /// <summary>Objects of Get-ExchangeCertificate, live or deserialized, captured settings or certificates of them, or files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = CertificateSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[] Certificate { get; set; } = [];

    /// <summary>Servers to ask: host:port or address:port.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EndpointSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] Endpoint { get; set; } = [];

    /// <summary>The names to ask each endpoint for; its own host by default.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ServerName { get; set; } = [];

    /// <summary>Begins with SMTP and STARTTLS; the default on ports 25, 587 and 2525.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    public SwitchParameter StartTls { get; set; }

    /// <summary>The DNS servers that know the endpoints; those of this machine by default.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] DnsServer { get; set; } = [];

    /// <summary>The name to give to mail servers; localhost by default.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [HarmlessText]
    [ValidatePattern(SmtpDialogue.HelloNamePattern)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string HelloName { get; set; } = "localhost";

    /// <summary>How long one endpoint may take.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [Seconds(0.05, 300)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The plan whose hosts must be covered.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrPath]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The server of the plan, or ReverseProxy, that carries the certificate.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MachineCompleter))]
    public string? InstalledOn { get; set; }

    /// <summary>The hosts that must be covered, instead of a plan.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] HostName { get; set; } = [];

    /// <summary>Who issues it, for the rules of public authorities; what the plan says by default.</summary>
    [Parameter]
    [SingleValue]
    public CertificateAuthority CertificateAuthority { get; set; }

    /// <summary>The services of Exchange that it is for.</summary>
    [Parameter]
    [SingleValue(IsList = true)]
    public CertificateService[] Service { get; set; } = [];

    /// <summary>The moment for which it is judged; now by default.</summary>
    [Parameter]
    [Day]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _isNamed = Given(nameof(Certificate));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == CertificateSet && !_isNamed)
        {
            // Some rules look at all certificates of a server.
            _piped.AddRange(Certificate);
            return;
        }

        JudgeAll();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_piped.Count > 0)
        {
            Certificate = [.. _piped];
            JudgeAll();
        }

        WriteAnswer();
    }

    private void JudgeAll()
    {
        List<InputFault> faults = [];
        CertificateNeeds? needs = CertificateNeeds.Read(Plan, InstalledOn, HostName,
            Given(nameof(CertificateAuthority)) ? CertificateAuthority : null, faults);
        WriteFaults(faults);
        if (needs is null)
        {
            return;
        }

        try
        {
            Judge(needs, ParameterSetName switch
            {
                EndpointSet => Live(),
                CertificateSet => Objects(),
                _ => Files((Path.Length > 0 ? Path : LiteralPath).SelectMany(Resolve)),
            });
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Judge(CertificateNeeds needs, IEnumerable<Found> found)
    {
        List<Found> all = [.. found];
        CertificateFacts[] leaves = [.. all.Select(f => f.Bundle?.Leaf).OfType<CertificateFacts>()];
        KnownCertificate[] captured = [.. all.Where(f => f.Captured is not null)
            .Select(f => new KnownCertificate(f.Captured!, f.Bundle!.Leaf))];
        DateTime now = MomentOrNow(AsOf, nameof(AsOf));
        foreach (Found one in all)
        {
            NamespaceCertificate verdict = one.Bundle is not { } bundle ? one.Live!.WithoutCertificate()
                : Interruptible(stopped => InTime(one, stopped, end => Verdict(bundle, end)));
            if (IsShown(verdict))
            {
                WriteFindings(verdict.Findings);
                WriteObject(verdict);
            }

            NamespaceCertificate Verdict(CertificateBundle bundle, CancellationToken end) => CertificateRules.Judge(
                new CertificateCheck
                {
                    Source = one.Source,
                    Bundle = bundle,
                    Needs = needs,
                    Now = now,
                    IsLive = one.Live is not null,
                    Services = Service,
                    Others = leaves,
                    Purpose = one.Captured is null || Service.Length > 0 ? CertificatePurpose.Clients
                        : CapturedPurpose.Of(new KnownCertificate(one.Captured, bundle.Leaf), captured),
                    Cancel = end,
                },
                one.Live);
        }
    }

    /// <summary>What a server sent is judged in no more time than it had to answer; a file takes as long as it takes.</summary>
    private NamespaceCertificate InTime(Found one, CancellationToken stopped, Func<CancellationToken, NamespaceCertificate> judge) =>
        one.Live is not { } live ? judge(stopped)
            : TimeLimit.Within(Timeout, judge, stopped)
                ?? live.With(CertificateFault.TooSlow(Timeout).Finding(one.Source)!).WithoutCertificate();

    private IEnumerable<Found> Files(IEnumerable<string> files)
    {
        ICertificateReader reader = CertificateFactory.Create();
        char[]? password = Password is null ? null : SecretText.Of(Password);
        try
        {
            foreach (string file in files)
            {
                if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                {
                    WriteFaults([new InputFault(FaultIds.FileOfOtherKind, nameof(Path), file,
                        $"'{PathText.Of(file)}' is no certificate. A plan file belongs to -Plan: -Plan (Import-NamespacePlan <file>).")]);
                    continue;
                }

                CertificateReading? reading = Read(() => ReadFile(reader, FilePath.ReadBytes(file, CertificateLimits.FileBytes), password));
                if (reading?.Fault?.Finding(PathText.Of(file)) is { } overLimit)
                {
                    yield return Found.OverLimit(PathText.Of(file), overLimit);
                }
                else if (reading?.Fault is { } fault)
                {
                    WriteFaults([new InputFault(fault.Id, nameof(Path), file, $"'{PathText.Of(file)}': {fault.Message}")]);
                }
                else if (reading?.Bundle is { } bundle)
                {
                    yield return new Found(PathText.Of(file), bundle);
                }
            }
        }
        finally
        {
            Array.Clear(password ?? [], 0, password?.Length ?? 0);
        }
    }

    /// <summary>The copy of the password outlives a stop only until the step at hand has ended.</summary>
    private CertificateReading ReadFile(ICertificateReader reader, byte[] content, char[]? password)
    {
        char[]? own = (char[]?)password?.Clone();
        return Interruptible(stopped =>
        {
            try
            {
                return reader.Read(content, own, stopped);
            }
            finally
            {
                Array.Clear(own ?? [], 0, own?.Length ?? 0);
            }
        });
    }

    private IEnumerable<string> Resolve(string path) =>
        Read(() => FilePath.ResolveItems(this, path, literal: ParameterSetName == LiteralPathSet).Where(File.Exists)
            .ToList() is { Count: > 0 } files
            ? files
            : throw new FileFault(ErrorRecords.PathNotFileSystem(path))) ?? [];

    private T? Read<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
            return null;
        }
    }

    private IEnumerable<Found> Objects()
    {
        ICertificateReader reader = CertificateFactory.Create();
        List<InputFault> faults = [];
        List<GivenCertificate> given = CertificateInput.Read(Certificate, nameof(Certificate), faults);
        WriteFaults(faults);
        foreach (GivenCertificate one in given)
        {
            foreach (Found found in one.Captured is { } captured ? Captured(captured, reader) : Files([one.File!.FullName]))
            {
                yield return found;
            }
        }
    }

    private IEnumerable<Found> Captured(CapturedCertificate certificate, ICertificateReader reader)
    {
        CertificateReading reading = Interruptible(stopped => CapturedFacts.Read(certificate, reader, stopped));
        if (reading.Fault?.Finding(certificate.ToString()) is { } overLimit)
        {
            yield return Found.OverLimit(certificate.ToString(), overLimit);
        }
        else if (reading.Bundle is { } bundle)
        {
            string thumbprint = bundle.Leaf.Thumbprint;
            yield return new Found(certificate.Server.IsKnown ? $"{certificate.Server.Value}: {thumbprint}" : thumbprint, bundle,
                captured: certificate);
        }
        else
        {
            WriteFaults([new InputFault(reading.Fault!.Id, nameof(Certificate), certificate, $"{certificate}: {reading.Fault.Message}")]);
        }
    }

    private IEnumerable<Found> Live()
    {
        List<InputFault> faults = [];
        IReadOnlyList<EndpointQuestion> questions = EndpointQuestion.ReadAll(Endpoint, ServerName, StartTls, faults);
        WriteFaults(faults);
        if (Observer(questions) is not { } observer)
        {
            yield break;
        }

        ICertificateReader reader = CertificateFactory.Create();
        TimeSpan timeout = Timeout;
        foreach (LiveAnswer answer in RunChecks(questions, observer.AskAsync, "Asking endpoints for their certificates").SelectMany(a => a))
        {
            CertificateReading? reading = answer.Chain.Count == 0 ? null : Interruptible(stopped => answer.Read(reader, timeout, stopped));
            if (reading?.Fault?.Finding(answer.Source) is { } overLimit)
            {
                yield return new Found(answer.Source, null, answer.With(overLimit));
                continue;
            }

            if (reading?.Fault is { } fault)
            {
                WriteFaults([new InputFault(fault.Id, nameof(Endpoint), answer.Source, $"{answer.Source}: {fault.Message}")]);
            }

            yield return new Found(answer.Source, reading?.Bundle, answer);
        }
    }

    private EndpointObserver? Observer(IReadOnlyList<EndpointQuestion> questions)
    {
        TimeSpan timeout = Timeout;
        bool byName = questions.Any(q => !q.Endpoint.IsAddress);
        IReadOnlyList<DnsServerAddress>? servers = ReadServers(DnsServer, nameof(DnsServer));
        if (servers is not null && byName)
        {
            servers = OrOwn(servers, nameof(DnsServer));
        }

        return servers is null ? null : new EndpointObserver(
            byName ? DnsFactory.Create(timeout, retries: 1) : null,
            servers,
            new TlsProbe(),
            questions.Any(q => q.StartTls) ? new SmtpProbe() : null,
            timeout,
            HelloName);
    }

    private sealed class Found(string source, CertificateBundle? bundle, LiveAnswer? live = null, CapturedCertificate? captured = null)
    {
        public string Source { get; } = source;

        public CertificateBundle? Bundle { get; } = bundle;

        public LiveAnswer? Live { get; } = live;

        public CapturedCertificate? Captured { get; } = captured;

        public static Found OverLimit(string source, Finding finding) => new(source, null, LiveAnswer.OverLimit(source, finding));
    }
}
