using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Builds;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Predicts which certificate each receive connector will present in STARTTLS, or that it will not be offered.</summary>
[Cmdlet(VerbsCommon.Get, "StartTlsCertificate", DefaultParameterSetName = ObjectSet)]
[OutputType(typeof(StartTlsPrediction))]
public sealed class GetStartTlsCertificateCommand : NamespaceCmdlet
{
    private const string ObjectSet = "Object";
    private const string StateSet = "State";

    private StartTlsInventory? _inventory;
    private Func<byte[], CancellationToken, CertificateReading>? _leafReader;
    private int _connectors;

    /// <summary>Receive connectors: objects of Exchange, table rows or hashtables.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[] Connector { get; set; } = [];

    /// <summary>The certificates of the servers: objects of Exchange, table rows or hashtables.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ObjectSet)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[] Certificate { get; set; } = [];

    /// <summary>Captured settings with connectors, certificates and servers.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = StateSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [StateOrObject]
    public ExchangeState State { get; set; } = null!;

    /// <summary>The servers: full names, objects of Get-ExchangeServer or Get-TransportService, or hashtables.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[]? Server { get; set; }

    /// <summary>The version of servers that state none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>The moment for which expiry is judged; now by default.</summary>
    [Parameter]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == ObjectSet)
        {
            List<InputFault> faults = [];
            _inventory = Inventory([],
                [.. Certificate.Select((c, i) => StartTlsInput.Certificate(c, i, Read, faults)).OfType<StoreCertificate>()], faults);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == StateSet)
        {
            List<InputFault> missing = [.. StartTlsState.Missing(State)];
            _inventory = Inventory(StartTlsState.Servers(State), [.. StartTlsState.Certificates(State, Read)], missing);
            foreach (ReceiveConnector connector in _inventory is null ? [] : StartTlsState.Connectors(State))
            {
                Predict(connector, connector.Identity, []);
            }

            return;
        }

        foreach (object? input in _inventory is null ? [] : Connector)
        {
            int index = _connectors++;
            List<InputFault> faults = [];
            Predict(StartTlsInput.Connector(input, index, faults), $"Connector[{index}]", faults);
        }
    }

    private StartTlsInventory? Inventory(IEnumerable<TransportServer> captured, IReadOnlyList<StoreCertificate> certificates,
        List<InputFault> faults)
    {
        List<TransportServer> servers = [.. (Server ?? []).Select((s, i) => StartTlsInput.Server(s, i, faults)).OfType<TransportServer>(),
            .. captured];
        ExchangeVersion? version = ExchangeVersion is null ? null : ReadVersion(ExchangeVersion, faults);
        DateTime asOf = MomentOrNow(AsOf, nameof(AsOf));
        WriteFaults(faults);
        WriteFaults(certificates.Where(c => c.Fault is { Code: null })
            .Select(c => new InputFault(c.Fault!.Id, nameof(Certificate), c, $"{c}: {c.Fault.Message} Its names stay unknown.")));
        return faults.Count == 0 ? new StartTlsInventory(servers, certificates, version, asOf) : null;
    }

    private void Predict(ReceiveConnector? connector, string path, List<InputFault> faults)
    {
        StartTlsPrediction? prediction = connector is null ? null : _inventory!.Predict(connector, path, faults);
        WriteFaults(faults);
        if (prediction is not null)
        {
            WriteFindings(prediction.Findings.Where(f => !CertificateLimitFindingCodes.Has(f.Code)));
            WriteNewFindings(prediction.Findings.Where(f => CertificateLimitFindingCodes.Has(f.Code)));
            WriteObject(prediction);
        }
    }

    private CertificateReading Read(byte[] der)
    {
        try
        {
            Func<byte[], CancellationToken, CertificateReading> reader = _leafReader ??= CertificateFactory.CreateLeafReader();
            return Interruptible(stopped => reader(der, stopped));
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
            throw;
        }
    }

    /// <summary>A bare 2007 is enough here: its service packs choose alike.</summary>
    private static ExchangeVersion? ReadVersion(string text, List<InputFault> faults)
    {
        if (ExchangeVersionReader.TryParseProduct(text, nameof(ExchangeVersion), out ExchangeVersion? version, out InputFault? fault))
        {
            return version;
        }

        faults.Add(fault);
        return null;
    }
}
