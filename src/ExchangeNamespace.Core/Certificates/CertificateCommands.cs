using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>The lines of one certificate on the server that keeps its private key.</summary>
internal sealed class CertificateCommands
{
    private const string SmtpCaution = "SMTP: answer N to the overwrite prompt, so that the default SMTP certificate stays.";
    private const string UnifiedMessagingCaution = "UM: the startup mode must be TLS or Dual first.";

    private readonly PlannedServer _server;
    private readonly CertificateSubject _subject;
    private readonly CertificateRequestOptions _options;
    private readonly CertificateRequestDialect _dialect;

    public CertificateCommands(PlannedServer server, CertificateSubject subject, CertificateRequestOptions options)
    {
        _server = server;
        _subject = subject;
        _options = options;
        _dialect = CertificateRequestDialect.Of(server.Version);
    }

    public ExchangeCommand Request(WindowsFilePath file, bool exportable)
    {
        List<CommandParameter> parameters = [new("GenerateRequest", CommandValue.Switch)];
        if (_dialect.RequestFileParameter is { } parameter)
        {
            parameters.Add(new CommandParameter(parameter, CommandValue.Text(file.Text, LiteralForm.DoubleQuoted)));
        }

        parameters.AddRange(Subject(exportable));
        return Command("New-ExchangeCertificate", parameters, Reason(), null, null,
            _dialect.RequestFileParameter is null ? file.Text : null);

        string Reason()
        {
            string count = _subject.Names.Count.ToString(CultureInfo.InvariantCulture);
            string written =
                $"Requests the certificate {_subject.CommonName} with {count} name(s) into {file}; {_server.Name} keeps the private key.";
            return _dialect.RequestFileParameter == "RequestFile"
                ? written + " The line is for 2013: 2016 CU23, 2019 CU12 and SE have no -RequestFile." : written;
        }
    }

    public ExchangeCommand SelfSigned(bool exportable, IReadOnlyList<CertificateService> services) => Command(
        "New-ExchangeCertificate",
        [.. Subject(exportable), Services(services)],
        $"Makes the self-signed certificate {_subject.CommonName}; setup's own has only the names of the server.",
        Caution(services));

    public ExchangeCommand Import(WindowsFilePath file, IReadOnlyList<CertificateService> services) => Command(
        "Import-ExchangeCertificate",
        [Issued(file)],
        $"Completes the pending request on {_server.Name}, where it was made, and enables the certificate. Services add up; none is "
            + "taken away.",
        Caution(services),
        Command("Enable-ExchangeCertificate", [Services(services)], "Enables the certificate for its services."));

    /// <summary>Completes the pending request, and enables no service.</summary>
    public ExchangeCommand Complete(WindowsFilePath file) => Command(
        "Import-ExchangeCertificate", [Issued(file)], $"Completes the pending request on {_server.Name}, where it was made.");

    /// <summary>Shows the certificates that carry the common name, pending requests among them.</summary>
    /// <param name="expected">What must be seen before the next line is run; null where a step says it.</param>
    public ExchangeCommand Look(string? expected = null) => Command(
        "Get-ExchangeCertificate",
        [new CommandParameter("DomainName", CommandValue.Text(_subject.CommonName, LiteralForm.Bare))],
        "Shows the certificates with the name.",
        expected is null ? null : StepByStep.Check(expected));

    /// <summary>
    /// The restart of the web server: by hand, because lines that are piped into the shell go on after an import that failed.
    /// </summary>
    public ExchangeCommand ResetIis() => Command("iisreset", [new("noforce", CommandValue.Switch)],
        "The web services take up the certificate.", "When the check is true, run it by hand. It cuts web clients off for a short time.",
        byHand: true);

    private CommandParameter Issued(WindowsFilePath file) => _dialect.ImportFileParameter is { } parameter
        ? new CommandParameter(parameter, CommandValue.Text(file.Text, LiteralForm.DoubleQuoted))
        : new CommandParameter("FileData", CommandValue.FileBytes(file.Text));

    /// <summary>The services that a certificate is enabled for.</summary>
    internal static CommandParameter Services(IReadOnlyList<CertificateService> services) =>
        new("Services", CommandValue.List(services.Select(s => s.ToString()), LiteralForm.Bare));

    /// <summary>What Exchange asks when services are enabled; null for nothing.</summary>
    public static string? Caution(IReadOnlyList<CertificateService> services)
    {
        string text = string.Join(" ", new[]
        {
            services.Contains(CertificateService.SMTP) ? SmtpCaution : null,
            services.Contains(CertificateService.UM) || services.Contains(CertificateService.UMCallRouter) ? UnifiedMessagingCaution : null,
        }.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    private IEnumerable<CommandParameter> Subject(bool exportable)
    {
        yield return new CommandParameter("KeySize", CommandValue.Number(_options.KeySize));
        yield return new CommandParameter("SubjectName", CommandValue.Text(_subject.ToX500(), LiteralForm.DoubleQuoted));

        // Without -DomainName the command takes the names of the server, so a lone common name is listed too.
        IReadOnlyList<string> names = _dialect.AddsCommonName && _subject.Names.Count > 1
            ? [.. _subject.Names.Where(n => n != _subject.CommonName)] : _subject.Names;
        yield return new CommandParameter("DomainName", CommandValue.List(names, LiteralForm.Bare));
        if (exportable)
        {
            yield return new CommandParameter("PrivateKeyExportable", CommandValue.Boolean(true));
        }

        if (_options.FriendlyName is { } friendly)
        {
            yield return new CommandParameter("FriendlyName", CommandValue.Text(friendly, LiteralForm.DoubleQuoted));
        }
    }

    private ExchangeCommand Command(string name, IReadOnlyList<CommandParameter> parameters, string reason, string? caution = null,
        ExchangeCommand? pipeTo = null, string? outputFile = null, bool byHand = false) =>
        new(name, parameters)
        {
            Phase = CommandPhase.Certificate,
            Target = _server.Name,
            Version = _server.Version,
            Reason = reason,
            Caution = caution,
            PipeTo = pipeTo,
            OutputFile = outputFile,
            IsByHand = byHand,
        };
}
