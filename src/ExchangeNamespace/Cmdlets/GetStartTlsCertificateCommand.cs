using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Certificates.StartTls;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Predicts which certificate each receive connector will present in STARTTLS, or that it will not be offered.</summary>
[Cmdlet(VerbsCommon.Get, "StartTlsCertificate")]
[OutputType(typeof(StartTlsPrediction))]
public sealed class GetStartTlsCertificateCommand : NamespaceCmdlet
{
    private StartTlsInventory? _inventory;
    private int _connectors;

    /// <summary>Receive connectors: objects of Exchange, table rows or hashtables.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public object[] Connector { get; set; } = [];

    /// <summary>The certificates of the servers: objects of Exchange, table rows or hashtables.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyCollection]
    public object[] Certificate { get; set; } = [];

    /// <summary>The servers: full names, objects of Get-ExchangeServer or Get-TransportService, or hashtables.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Server { get; set; }

    /// <summary>The version of servers that state none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>The moment for which expiry is judged; now by default.</summary>
    [Parameter]
    [Day]
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        List<StoreCertificate> certificates = [.. Certificate.Select((c, i) => StartTlsInput.Certificate(c, i, faults)).OfType<StoreCertificate>()];
        List<TransportServer> servers = [.. (Server ?? []).Select((s, i) => StartTlsInput.Server(s, i, faults)).OfType<TransportServer>()];
        ExchangeVersion? version = ExchangeVersion is null ? null : ReadVersion(ExchangeVersion, faults);
        DateTime asOf = MyInvocation.BoundParameters.ContainsKey(nameof(AsOf)) ? Universal(AsOf) : DateTime.UtcNow;
        WriteFaults(faults);
        _inventory = faults.Count == 0 ? new StartTlsInventory(servers, certificates, version, asOf) : null;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (object? input in _inventory is null ? [] : Connector)
        {
            int index = _connectors++;
            List<InputFault> faults = [];
            StartTlsPrediction? prediction = StartTlsInput.Connector(input, index, faults) is { } connector
                ? _inventory!.Predict(connector, $"Connector[{index}]", faults)
                : null;
            WriteFaults(faults);
            if (prediction is not null)
            {
                WriteFindings(prediction.Findings);
                WriteObject(prediction);
            }
        }
    }

    /// <summary>A bare 2007 is enough here: its service packs choose alike.</summary>
    private static ExchangeVersion? ReadVersion(string text, List<InputFault> faults)
    {
        if (ExchangeVersionReader.TryParse(text, nameof(ExchangeVersion), out ExchangeVersion? version, out InputFault? fault))
        {
            return version;
        }

        if (fault.Id == FaultIds.VersionAmbiguous)
        {
            return ExchangeVersionReader.TryParse(text + "SP1", nameof(ExchangeVersion), out version, out _) ? version : null;
        }

        faults.Add(fault);
        return null;
    }

    private static DateTime Universal(DateTime moment) => moment.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : moment.ToUniversalTime();
}
