using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Which records for inbound mail are written: MTA-STS, TLS-RPT, DMARC and TLSA.</summary>
public abstract class MailRecordCmdlet : ZoneScriptCmdlet
{
    private protected const string PolicySet = "Policy";

    private bool _isFileMissing;

    /// <summary>Adds the record of MTA-STS for each mail domain, with a policy of this mode.</summary>
    [Parameter]
    [SingleValue]
    public MtaStsMode MtaStsMode { get; set; }

    /// <summary>How long senders keep the policy; a week by default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan MtaStsMaxAge { get; set; }

    /// <summary>Adds the record of TLS-RPT for each mail domain, with these addresses: mail or https.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? TlsReportAddress { get; set; }

    /// <summary>Adds the record of DMARC for each mail domain, with this policy.</summary>
    [Parameter]
    [SingleValue]
    public DmarcPolicy DmarcPolicy { get; set; }

    /// <summary>Where reports of DMARC go.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? DmarcReportAddress { get; set; }

    /// <summary>Adds the TLSA records of the mail host for these certificates or requests: files, or captured certificates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[]? TlsaCertificate { get; set; }

    /// <summary>Whose keys the TLSA records hold: of the server (3 1 1), of its authority (2 1 1), or of both.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public TlsaUsage[] TlsaUsage { get; set; } = [Model.TlsaUsage.EndEntity];

    /// <summary>Whether a file could not be read, which is an error already.</summary>
    private protected bool IsFileMissing => _isFileMissing;

    /// <summary>Reads what was asked for; null for nothing.</summary>
    private protected MailRecordInput? ReadMail(ICollection<InputFault> faults)
    {
        string[] all = [nameof(MtaStsMode), nameof(MtaStsMaxAge), nameof(TlsReportAddress), nameof(DmarcPolicy),
            nameof(DmarcReportAddress), nameof(TlsaCertificate), nameof(TlsaUsage)];
        if (ParameterSetName != PolicySet && !Array.Exists(all, Given))
        {
            return null;
        }

        if (Given(nameof(TlsaUsage)) && TlsaCertificate is null)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(TlsaUsage), null,
                "-TlsaUsage belongs to -TlsaCertificate. Give both."));
        }

        if (ParameterSetName == PolicySet && !Given(nameof(MtaStsMode)))
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, nameof(MtaStsMode), null,
                "-AsPolicy writes the file of a policy. Give its mode with -MtaStsMode."));
        }

        return new MailRecordInput
        {
            GivenAs = Array.Find(all, Given) ?? nameof(MtaStsMode),
            MtaStsMode = Given(nameof(MtaStsMode)) ? MtaStsMode : null,
            MtaStsMaxAge = Given(nameof(MtaStsMaxAge)) ? MtaStsMaxAge : null,
            TlsReportAddresses = TlsReportAddress,
            DmarcPolicy = Given(nameof(DmarcPolicy)) ? DmarcPolicy : null,
            DmarcReportAddresses = DmarcReportAddress,
            TlsaCertificates = [.. ReadCertificates(faults)],
            TlsaUsages = TlsaUsage,
        };
    }

    private IEnumerable<(string Source, IReadOnlyList<CertificateFacts> Path)> ReadCertificates(ICollection<InputFault> faults)
    {
        ICertificateReader? reader = TlsaCertificate is null ? null : CertificateFactory.Create();
        foreach (object given in TlsaCertificate ?? [])
        {
            foreach (GivenCertificate one in CertificateInput.Read(Items(given), nameof(TlsaCertificate), faults))
            {
                string source = one.File is { } file ? PathText.Of(file.FullName) : one.Captured!.ToString();
                byte[]? content = one.File is null ? null
                    : OrNull(() => FilePath.ReadBytes(one.File.FullName, CertificateLimits.FileBytes));
                CertificateReading? reading = one.Captured is { } captured
                    ? Interruptible(stopped => CapturedFacts.Read(captured, reader!, stopped))
                    : content is null ? null : Interruptible(stopped => reader!.Read(content, null, stopped));
                if (reading?.Bundle is { } bundle)
                {
                    yield return (source, [.. bundle.Path().Select(i => bundle.Certificates[i])]);
                }
                else if (reading?.Fault is { } fault)
                {
                    faults.Add(new InputFault(fault.Id, nameof(TlsaCertificate), source, $"'{source}': {fault.Message}"));
                }
            }
        }
    }

    /// <summary>A text is the path of a file.</summary>
    private IEnumerable<object> Items(object given) => Bare.Of(given) is string path
        ? OrNull(() => FilePath.ResolveItems(this, path, literal: true).Select(f => (object)new FileInfo(f)).ToList()) ?? []
        : [given];

    private T? OrNull<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
            _isFileMissing = true;
            return null;
        }
    }
}
