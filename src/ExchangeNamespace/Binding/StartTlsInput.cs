using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Binding;

/// <summary>Reads what is bound for connectors, certificates and servers.</summary>
internal static class StartTlsInput
{
    /// <summary>What is made again from the bytes alone has lost its key and knows nothing of it.</summary>
    private static readonly string[] BareCertificateProperties = ["Thumbprint", "Subject", "Issuer", "NotBefore", "NotAfter"];

    public static ReceiveConnector? Connector(object? input, int index, ICollection<InputFault> faults)
    {
        string path = Path("Connector", index);
        return NamedValues.Of(input, StartTlsInputReader.ConnectorProperties) is { } values
            ? StartTlsInputReader.Connector(values.Values, path, values.IsStrict, faults)
            : Refuse<ReceiveConnector>(input, path,
                "a connector: give an object of Get-ReceiveConnector, a table row, or a hashtable with Name, Fqdn and AuthMechanism",
                faults);
    }

    /// <summary>Reads a certificate; where its names were not stated but its bytes are there, these say them.</summary>
    public static StoreCertificate? Certificate(object? input, int index, Func<byte[], CertificateReading> read,
        ICollection<InputFault> faults)
    {
        string path = Path("Certificate", index);
        bool isBare = input is PSObject { BaseObject: X509Certificate2 } or X509Certificate2
            && PSObject.AsPSObject(input).Properties["Services"] is null;
        return NamedValues.Of(input, isBare ? BareCertificateProperties : StartTlsInputReader.CertificateProperties) is { } values
            ? StartTlsInputReader.Certificate(values.Values, values.Values.ContainsKey("CertificateDomains") ? null : Reading(input!, read),
                path, values.IsStrict, faults)
            : Refuse<StoreCertificate>(input, path,
                "a certificate: give an object of Get-ExchangeCertificate, a table row, or a hashtable with CertificateDomains and "
                    + "Services", faults);
    }

    public static TransportServer? Server(object? input, int index, ICollection<InputFault> faults)
    {
        string path = Path("Server", index);
        if (Bare.Of(input) is string text)
        {
            return StartTlsInputReader.Server(new Dictionary<string, object?> { ["Name"] = text }, path, strict: true, faults);
        }

        return NamedValues.Of(input, StartTlsInputReader.ServerProperties) is { } values
            ? StartTlsInputReader.Server(values.Values, path, values.IsStrict, faults)
            : Refuse<TransportServer>(input, path,
                "a server: give a full name, an object of Get-ExchangeServer or Get-TransportService, or a hashtable with Name and Fqdn",
                faults);
    }

    private static CertificateReading? Reading(object input, Func<byte[], CertificateReading> read)
    {
        IReadOnlyDictionary<string, object?> members = PlainObjectConverter.Properties(PSObject.AsPSObject(input), ["RawData"]);
        return members.TryGetValue("RawData", out object? raw) && raw is byte[] bytes ? read(bytes) : null;
    }

    private static string Path(string parameter, int index) => parameter + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    private static T? Refuse<T>(object? input, string path, string wanted, ICollection<InputFault> faults)
        where T : class
    {
        faults.Add(PathLike.IsFile(input)
            ? new InputFault(FaultIds.FileOfOtherKind, path, input,
                $"{path} is a path or file, not {wanted}. {PathLike.Readers} Pipe the captured state to this command.")
            : new InputFault(FaultIds.MemberWrongType, path, input, $"{path} is not {wanted}."));
        return null;
    }
}
