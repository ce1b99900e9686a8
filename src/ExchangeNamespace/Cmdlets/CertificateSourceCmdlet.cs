using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>The files and objects whose certificates are checked, beside endpoints.</summary>
public abstract class CertificateSourceCmdlet : PlannedEndpointCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";
    private protected const string CertificateSet = "Certificate";

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

    /// <summary>Reads the objects.</summary>
    private protected IEnumerable<FoundCertificate> Objects()
    {
        ICertificateReader reader = CertificateFactory.Create();
        List<InputFault> faults = [];
        List<GivenCertificate> given = CertificateInput.Read(Certificate, nameof(Certificate), faults);
        WriteFaults(faults);
        foreach (GivenCertificate one in given)
        {
            foreach (FoundCertificate found in one.Captured is { } captured ? Captured(captured, reader) : Files([one.File!.FullName]))
            {
                yield return found;
            }
        }
    }

    private IEnumerable<FoundCertificate> Captured(CapturedCertificate certificate, ICertificateReader reader)
    {
        CertificateReading reading = Interruptible(stopped => CapturedFacts.Read(certificate, reader, stopped));
        if (FoundCertificate.Of(certificate.ToString(), reading, certificate) is { } found)
        {
            return [found];
        }

        WriteFaults([new InputFault(reading.Fault!.Id, nameof(Certificate), certificate, $"{certificate}: {reading.Fault.Message}")]);
        return [];
    }

    /// <summary>Reads the files that the paths stand for.</summary>
    private protected IEnumerable<FoundCertificate> Files() => Files((Path.Length > 0 ? Path : LiteralPath).SelectMany(Resolve));

    private IEnumerable<FoundCertificate> Files(IEnumerable<string> files)
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
                if (reading is not null && FoundCertificate.Of(PathText.Of(file), reading) is { } found)
                {
                    yield return found;
                }
                else if (reading?.Fault is { } fault)
                {
                    WriteFaults([new InputFault(fault.Id, nameof(Path), file, $"'{PathText.Of(file)}': {fault.Message}")]);
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
}
