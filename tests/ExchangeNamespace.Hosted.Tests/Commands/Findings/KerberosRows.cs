namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>The findings of Export-KerberosScript.</summary>
internal static class KerberosRows
{
    public static FindingTable Table { get; } = new(
        """
        $asa = 'CONTOSO\EXCHASA$'
        $old = 'CONTOSO\EXCH2010ASA$'
        """,
        """
        EXN801 Quiet-Plan EX01 @{ ADDomain = 'contoso.com'; InternalHost = 'ex01.contoso.com'; SmtpDomain = @(); AutodiscoverHost = $null } |
            Export-KerberosScript -AccountName $asa
        EXN802 Quiet-Plan EX01 @{ KeepInternalUrl = $true } | Export-KerberosScript -AccountName $asa
        EXN803 Quiet-Plan @{ Name = 'EX10'; Version = '2010' }, @{ Name = 'EX19'; Version = '2019' } |
            Export-KerberosScript -AccountName $asa -LegacyAccountName $old
        EXN804 Quiet-Plan EX01 @{ ExchangeVersion = '2010' } | Export-KerberosScript -LegacyAccountName $old
        EXN805 Quiet-Plan EX01 | Export-KerberosScript -AccountName $asa -Encryption AesAndRc4
        """);
}
